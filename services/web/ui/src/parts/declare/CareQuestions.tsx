import { useWords } from "../../words/useWords";
import { OneOf } from "./Choices";
import { CARE_MODES, HARMS } from "./codes";
import type { Asked } from "./DeclarationForm";
import classes from "./Form.module.css";
import { Tri } from "./Question";

/** What the ARS decides on: how care goes on, whether patients are in danger, whether something vital is down. */
export function CareQuestions({ draft, answer }: Asked) {
  const { t } = useWords();
  return (
    <>
      <OneOf
        labelledby="care"
        value={draft.careMode}
        onChange={(careMode) => answer({ careMode })}
        options={CARE_MODES.map((value) => ({
          value,
          label: t(`declare.form.care.${value}`),
          ...(value === "DEGRADED" && { hint: t("declare.form.care.DEGRADED.hint") }),
        }))}
      />
      <div className={classes.gap}>
        <h3 id="harm">{t("declare.form.harm")}</h3>
        <OneOf
          labelledby="harm"
          value={draft.patientHarm}
          onChange={(patientHarm) => answer({ patientHarm })}
          options={HARMS.map((value) => ({ value, label: t(`declare.form.harm.${value}`), hint: t(`declare.form.harm.${value}.hint`) }))}
        />
      </div>
      <div className={classes.gap}>
        <Tri
          text={t("declare.form.vital")}
          help={t("declare.form.vital.help")}
          value={draft.vitalServiceDown}
          onChange={(vitalServiceDown) => answer({ vitalServiceDown })}
        />
      </div>
    </>
  );
}
