import { Button, NativeSelect, Textarea } from "@mantine/core";
import {
  IconAlertTriangle,
  IconDatabaseExport,
  IconFileAlert,
  IconHelpCircle,
  IconLockOpen,
  IconMailExclamation,
  IconPhoneOff,
  IconServerOff,
} from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import { OneOf } from "./Choices";
import { SENTENCES } from "./draft";
import classes from "./Form.module.css";
import ownClasses from "./What.module.css";
import { patientNumber, TYPES, without } from "./codes";
import type { Asked } from "./DeclarationForm";

const ICON = {
  files: IconFileAlert,
  account: IconMailExclamation,
  intrusion: IconLockOpen,
  leak: IconDatabaseExport,
  outage: IconServerOff,
  telecom: IconPhoneOff,
  other: IconHelpCircle,
};

const ORIGINS = ["MALICIOUS", "NON_MALICIOUS", "UNKNOWN"] as const;

/** Six things people see, in their words, and a way out; a type only for who knows it; then what they see, in a sentence. */
export function What({ draft, answer, wrong }: Asked) {
  const { t } = useWords();
  const number = patientNumber(draft.description);
  return (
    <>
      <OneOf
        labelledby="what"
        columns={2}
        value={draft.sentence}
        onChange={(sentence) => answer({ sentence })}
        options={SENTENCES.map((value) => ({ value, icon: ICON[value], label: t(`declare.form.what.${value}`) }))}
      />
      <NativeSelect
        mt={16}
        label={t("declare.form.type")}
        description={t("declare.form.type.hint")}
        value={draft.incidentType ?? ""}
        onChange={(e) => answer({ incidentType: TYPES.find((type) => type === e.currentTarget.value) ?? null })}
        data={[{ value: "", label: t("declare.form.type.none") }, ...TYPES.map((type) => ({ value: type, label: t(`kit.type.${type}`) }))]}
      />
      <Textarea
        id="description"
        mt={16}
        autosize
        minRows={3}
        maxRows={14}
        label={t("declare.form.description")}
        description={t("declare.form.description.hint")}
        value={draft.description}
        onChange={(e) => answer({ description: e.currentTarget.value })}
        error={wrong("description")}
        inputWrapperOrder={["label", "description", "error", "input"]}
      />
      {number && (
        <div className={ownClasses.warn} role="status">
          <IconAlertTriangle size={20} stroke={1.9} aria-hidden />
          <div>
            <b>{t("declare.form.patient")}</b>
            <p>{t("declare.form.patient.why", { text: number })}</p>
            <Button
              variant="default"
              onClick={() => answer({ description: without(draft.description, number, t("declare.form.patient.removed")) })}
            >
              {t("declare.form.patient.cut")}
            </Button>
          </div>
        </div>
      )}
      <div className={classes.gap}>
        <h3 id="origin">{t("declare.form.origin")}</h3>
        <OneOf
          labelledby="origin"
          columns={3}
          stacked
          value={draft.origin}
          onChange={(origin) => answer({ origin })}
          options={ORIGINS.map((value) => ({ value, label: t(`declare.form.origin.${value}`) }))}
        />
      </div>
    </>
  );
}
