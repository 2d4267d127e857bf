import { serverNow } from "../../kit/now";
import { useWords } from "../../words/useWords";
import { OneOf } from "./Choices";
import type { Asked } from "./DeclarationForm";
import classes from "./Form.module.css";
import { MomentFields } from "./MomentFields";
import { Tri } from "./Question";

const SINCE = ["now", "hour", "earlier"] as const;

/** When it was noticed, not when it began: the legal clocks start there. */
export function When({ draft, answer, now, wrong }: Asked) {
  const { t, clock } = useWords();
  const beganWrong = wrong("began");
  return (
    <>
      <OneOf
        labelledby="since"
        columns={3}
        value={draft.since}
        onChange={(since) => answer({ since, touchedAt: since === "now" ? new Date(serverNow()).toISOString() : null })}
        options={SINCE.map((value) => ({ value, label: t(`declare.form.since.${value}`) }))}
      />
      {draft.since === "now" && draft.touchedAt && (
        <p className={classes.small} style={{ marginTop: 10 }}>
          {t("declare.form.since.typed", { time: clock(draft.touchedAt) })}
        </p>
      )}
      {(draft.since === "hour" || draft.since === "earlier") && (
        <MomentFields
          id="noticed"
          now={now}
          {...(draft.since === "earlier" && { dayLabel: t("declare.form.day") })}
          hourLabel={t("declare.form.hour")}
          value={draft.noticed}
          onChange={(noticed) => answer({ noticed })}
          half={t("declare.form.since.half")}
        />
      )}
      <div className={classes.gap}>
        <Tri text={t("declare.form.ongoing")} value={draft.ongoing} onChange={(ongoing) => answer({ ongoing })} />
      </div>
      <div className={classes.gap} role="group" aria-labelledby="began">
        <h3 id="began">{t("declare.form.began")}</h3>
        {beganWrong}
        <MomentFields
          id="began-at"
          now={now}
          dayLabel={t("declare.form.began.day")}
          hourLabel={t("declare.form.began.hour")}
          value={draft.began}
          onChange={(began) => answer({ began })}
          error={!!beganWrong}
        />
      </div>
    </>
  );
}
