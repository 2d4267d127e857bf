import { Button, Checkbox, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Entry } from "../../api/entries";
import { type Member, useRedact } from "../../api/lines";
import { Problem } from "../../api/problem";
import { Dialog } from "../../kit/Dialog";
import { Send } from "../../kit/Send";
import { useWords } from "../../words/useWords";
import { toFault } from "../act/useServerFaults";
import { removedOf } from "./lines";
import classes from "./timeline.module.css";
import ownClasses from "./Redact.module.css";

const MEMBERS: Member[] = ["text", "author", "data"];
const ORDER: ("label" | "description" | "error" | "input")[] = ["label", "description", "error", "input"];

/** Removes parts of a line for good, by order; the line itself, its number and its digest stay. */
export function Redact({ caseId, entry, onClose }: { caseId: string; entry: Entry; onClose: () => void }) {
  const { t, problem } = useWords();
  const redact = useRedact(caseId, entry.seq);
  const removed = removedOf(entry);
  const [members, setMembers] = useState<string[]>([]);
  const [reason, setReason] = useState("");
  const [orderedBy, setOrderedBy] = useState("");
  const [sure, setSure] = useState(false);
  const [tried, setTried] = useState(false);
  const missing = (value: string) => (tried && !value.trim() ? t("act.missing") : undefined);
  const submit = () => {
    setTried(true);
    const chosen = MEMBERS.filter((it) => members.includes(it));
    if (chosen.length === 0 || !reason.trim() || !orderedBy.trim()) {
      toFault();
      return;
    }
    redact.mutate({ members: chosen, reason: reason.trim(), orderedBy: orderedBy.trim() }, { onSuccess: onClose });
  };
  const already =
    redact.error instanceof Problem && redact.error.reasons.some((it) => it.code.toLowerCase().replace("_", "-") === "already-redacted");
  return (
    <Dialog
      title={t("timeline.redact.title", { n: entry.seq })}
      onClose={onClose}
      keep={reason !== ""}
      foot={
        <>
          {redact.isError && (
            <p className={classes.bad} role="alert">
              {already ? t("timeline.redact.already") : problem(redact.error)}
            </p>
          )}
          <div className={ownClasses.buttons}>
            <Button variant="default" onClick={onClose}>
              {t("act.cancel")}
            </Button>
            <Send onClick={submit} loading={redact.isPending} locked={sure ? undefined : "not-sure"}>
              {t("timeline.redact.send")}
            </Send>
          </div>
          {!sure && (
            <p id="not-sure" className={ownClasses.why}>
              {t("timeline.redact.tick")}
            </p>
          )}
        </>
      }
    >
      <p>{t("timeline.redact.what")}</p>
      <div className={ownClasses.form}>
        <Checkbox.Group
          label={t("timeline.redact.members")}
          error={tried && members.length === 0 ? t("act.missing.choice") : undefined}
          value={members}
          onChange={setMembers}
        >
          <div className={ownClasses.choices}>
            {MEMBERS.map((it) => (
              <Checkbox
                key={it}
                value={it}
                disabled={removed.includes(it)}
                label={t(`timeline.member.${it}`) + (removed.includes(it) ? `, ${t("timeline.redact.gone")}` : "")}
              />
            ))}
          </div>
        </Checkbox.Group>
        <TextInput
          label={t("timeline.redact.ordered")}
          description={t("timeline.redact.ordered.hint")}
          inputWrapperOrder={ORDER}
          maxLength={200}
          autoComplete="off"
          error={missing(orderedBy)}
          value={orderedBy}
          onChange={(event) => setOrderedBy(event.currentTarget.value)}
        />
        <Textarea
          label={t("timeline.redact.reason")}
          description={t("timeline.redact.reason.hint")}
          inputWrapperOrder={ORDER}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2_000}
          error={missing(reason)}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Checkbox label={t("timeline.redact.sure")} checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
      </div>
    </Dialog>
  );
}
