import { Button } from "@mantine/core";
import { useState } from "react";
import { usePreview } from "../../api/responder";
import { Dialog } from "../../kit/Dialog";
import { KeptNotice } from "../../kit/KeptNotice";
import { Send } from "../../kit/Send";
import { texts } from "../../kit/useKept";
import { useWords } from "../../words/useWords";
import { ClockPreview } from "./ClockPreview";
import { fallen } from "./falls";
import type { Draft } from "./fields";
import { draftOf, effects, knownOf, missing, previewed, qualification, type Question } from "./qualify";
import { Meanwhile, toClash } from "./Meanwhile";
import { useQualifyWords } from "./qualifyWords";
import { QualifyFacts } from "./QualifyFacts";
import { QualifySeverity } from "./QualifySeverity";
import { Refused } from "./Refused";
import { About, allowedOf, Changed, type FormProps, SendFailed, useSend } from "./transition";
import { toFault, useServerFaults } from "./useServerFaults";
import { useKeptTouched } from "./useTouched";
import common from "./Form.module.css";
import classes from "./Qualify.module.css";

/** The dialog of the transition « qualify »: the responder sees what it sets off before it is sent. */
export function Qualify({ theCase, action, onClose }: FormProps) {
  const { t } = useWords();
  const form = useKeptTouched<Draft>(`act.${theCase.id}.qualify`, draftOf(theCase), texts);
  const draft = form.shown;
  const words = useQualifyWords();
  const [tried, setTried] = useState(false);
  const preview = usePreview(theCase.id, previewed(draft));
  const onSent = () => {
    form.kept.done();
    onClose();
  };
  const { send, error, sending } = useSend({ theCase, action, onClose: onSent });
  const server = useServerFaults(error);
  const allowed = allowedOf(theCase, action);
  const lacking = missing(draft);
  const falling = fallen(knownOf(theCase, preview.data?.proposed), draft);
  const unsaid = falling.length > 0 && !draft["reason"]?.trim();
  const set = (name: string, value: string) => form.set(name, value);
  const fault = (name: Question | "reason") => {
    if (tried && name === "reason" && unsaid) return t("act.qualify.lower.missing");
    if (tried && lacking.some((it) => it === name)) return t("act.missing.choice");
    return server[name];
  };
  const list = preview.data ? effects(theCase.deadlines, preview.data.deadlines) : [];
  const summary = (["runs", "starts", "assess"] as const)
    .map((effect) => ({ effect, n: list.filter((it) => it.effect === effect && it.clock.kind !== "TARGET").length }))
    .filter(({ n }) => n > 0)
    .map(({ effect, n }) => t(`act.effect.sum.${effect}`, { n }))
    .join(", ");
  const submit = () => {
    setTried(true);
    if (form.clashes.length > 0) toClash();
    else if (lacking.length === 0 && !unsaid) send(qualification(draft));
    else toFault();
  };
  if (!allowed.allowed) {
    return (
      <Dialog title={t("act.qualify")} about={<About theCase={theCase} />} onClose={onClose}>
        <Changed theCase={theCase} />
        <Refused reasons={allowed.reasons} places={theCase.affected} reference={theCase.reference} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={t("act.qualify")}
      about={<About theCase={theCase} />}
      size={1060}
      onClose={onClose}
      keep
      foot={
        <>
          {preview.isError && !preview.data && <p className={common.failed}>{t("act.qualify.preview.failed")}</p>}
          {list.length > 0 && <ClockPreview list={list} discoveredAt={theCase.discoveredAt} />}
          <SendFailed error={error} theCase={theCase} />
          <div className={classes.buttons}>
            <p className={classes.after}>{tried && lacking.length > 0 ? t("act.faults", { n: lacking.length }) : t("act.ars")}</p>
            <p className={classes.brief}>{summary}</p>
            <Button variant="default" onClick={onClose}>
              {t("act.cancel")}
            </Button>
            <Send onClick={submit} loading={sending}>
              {t("act.qualify.as", { severity: draft["severity"] || "NONE" })}
            </Send>
          </div>
        </>
      }
    >
      <Changed theCase={theCase} />
      <KeptNotice at={form.kept.foundAt} onClear={() => form.kept.restart()} />
      <Meanwhile form={form} words={words} />
      <div className={classes.body}>
        <QualifySeverity draft={draft} set={set} fault={fault} falling={falling} theCase={theCase} preview={preview.data} />
        <QualifyFacts draft={draft} set={set} fault={fault} falling={falling} declared={theCase.declared.length > 0} />
      </div>
    </Dialog>
  );
}
