import { Button, Radio } from "@mantine/core";
import { useState } from "react";
import { Problem } from "../../api/problem";
import { useLayPlaybook, usePlaybooks } from "../../api/taskCommands";
import { Dialog } from "../../kit/Dialog";
import { Send } from "../../kit/Send";
import { Loaded } from "../../kit/Waiting";
import { RadioGroup } from "../../kit/RadioGroup";
import { useWords } from "../../words/useWords";
import { useReason } from "../act/useReason";
import act from "../act/Form.module.css";
import classes from "./panel.module.css";

interface AddPlaybookProps {
  caseId: string;
  /** Keys of those that are in the plan. */
  laid: readonly string[];
  onClose: () => void;
}

/** Lays a playbook out beside what is there: all its tasks and gates at once. */
export function AddPlaybook({ caseId, laid, onClose }: AddPlaybookProps) {
  const { t, language, problem } = useWords();
  const reason = useReason();
  const playbooks = usePlaybooks();
  const lay = useLayPlaybook(caseId);
  const [key, setKey] = useState("");
  const error = lay.error;
  return (
    <Dialog
      title={t("task.playbook.add")}
      onClose={onClose}
      foot={
        <>
          {error && (
            <p className={classes.bad} role="alert">
              {error instanceof Problem && error.reasons.length > 0 ? error.reasons.map(reason).join(" ") : problem(error)}
            </p>
          )}
          <div className={classes.buttons}>
            <Button variant="default" onClick={onClose}>
              {t("act.cancel")}
            </Button>
            <Send loading={lay.isPending} locked={key ? undefined : "no-playbook"} onClick={() => lay.mutate(key, { onSuccess: onClose })}>
              {t("task.playbook.send")}
            </Send>
          </div>
        </>
      }
    >
      <p id="no-playbook">{t("task.playbook.what")}</p>
      <Loaded query={playbooks}>
        {({ items }) => (
          <RadioGroup label={t("task.playbook.which")} value={key} onChange={setKey} classNames={{ label: act.label ?? "" }}>
            <div className={act.choices}>
              {items.map((it) => (
                <Radio.Card key={it.key} value={it.key} className={act.choice ?? ""} disabled={laid.includes(it.key)}>
                  <Radio.Indicator size="xs" disabled={laid.includes(it.key)} />
                  <span>
                    {it.title[language]}{" "}
                    <span className={classes.dim}>
                      {laid.includes(it.key) ? t("task.playbook.there") : t("task.playbook.tasks", { n: it.tasks.length })}
                    </span>
                  </span>
                </Radio.Card>
              ))}
            </div>
          </RadioGroup>
        )}
      </Loaded>
    </Dialog>
  );
}
