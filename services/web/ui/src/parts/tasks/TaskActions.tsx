import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { isSettledTask, type Plan, type Task } from "../../api/plan";
import { Dialog } from "../../kit/Dialog";
import { Send } from "../../kit/Send";
import { text, useKept } from "../../kit/useKept";
import { useWords } from "../../words/useWords";
import { toFault } from "../act/useServerFaults";
import { actionOf } from "./plan";
import type { Command } from "./TaskFields";
import { useTaskReasons } from "./useTaskReasons";
import classes from "./panel.module.css";

const ACTIONS = ["waive", "block", "start", "complete", "reopen"] as const;
type Act = (typeof ACTIONS)[number];
type Reasoned = "waive" | "block" | "reopen";
const isReasoned = (action: Act): action is Reasoned => action !== "start" && action !== "complete";

/** What makes sense of a task in its status; whether it is allowed is another question. */
function offered(task: Task): Act[] {
  if (isSettledTask(task)) return ["reopen"];
  return ACTIONS.filter(
    (it) =>
      it === "complete" ||
      it === "waive" ||
      (it === "start" && task.status !== "IN_PROGRESS") ||
      (it === "block" && task.status !== "BLOCKED"),
  );
}

interface TaskActionsProps {
  plan: Plan;
  task: Task;
  command: Command;
  note: string;
}

/** What can be done with a task now; what is refused stays, locked, with every reason. */
export function TaskActions({ plan, task, command, note }: TaskActionsProps) {
  const { t, rich } = useWords();
  const { reason } = useTaskReasons(plan);
  const [asking, ask] = useState<Reasoned | null>(null);
  const whyNot = (action: Act): string[] => {
    const allowed = actionOf(task, action);
    const reasons = (allowed?.reasons ?? []).map(reason);
    const evidence = action === "complete" && allowed?.needs.includes("note") && !note;
    return evidence ? [...reasons, t("reason.EVIDENCE_MISSING")] : reasons;
  };
  const actions = offered(task).map((action) => ({ action, why: whyNot(action) }));
  const reasons = [...new Set(actions.flatMap(({ why }) => why))];
  const run = (action: Act) => {
    if (isReasoned(action)) ask(action);
    else if (action === "start") command.mutate({ action });
    else command.mutate({ action, ...(note && { note }) });
  };
  return (
    <>
      {actions.map(({ action, why }) => (
        <Send
          key={action}
          variant={action === "complete" || (action === "start" && task.status === "TO_DO" && !note) ? "filled" : "default"}
          size="xs"
          loading={command.isPending && command.variables?.action === action}
          onClick={() => run(action)}
          locked={why.length > 0 ? why.map((it) => `why-${reasons.indexOf(it)}`).join(" ") : undefined}
        >
          {t(`task.act.${action}`)}
        </Send>
      ))}
      {reasons.length > 0 && (
        <ul className={classes.why}>
          {reasons.map((why, i) => (
            <li key={why} id={`why-${i}`}>
              {rich("kit.colon", {
                what: (
                  <b>
                    {actions
                      .filter((it) => it.why.includes(why))
                      .map((it) => t(`task.act.${it.action}.short`))
                      .join(", ")}
                  </b>
                ),
                said: why,
              })}
            </li>
          ))}
        </ul>
      )}
      {asking && <WhyDialog task={task} action={asking} command={command} plan={plan} onClose={() => ask(null)} />}
    </>
  );
}

const LONGEST = 1_000;

interface WhyDialogProps {
  plan: Plan;
  task: Task;
  action: Reasoned;
  command: Command;
  onClose: () => void;
}

/** Blocking, waiving and reopening ask why: whoever comes after reads it. */
function WhyDialog({ plan, task, action, command, onClose }: WhyDialogProps) {
  const { t } = useWords();
  const { refusal } = useTaskReasons(plan);
  const kept = useKept(`task.${task.id}.${action}`, "", text);
  const why = kept.value;
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    const done = () => {
      kept.done();
      onClose();
    };
    if (why.trim()) command.mutate({ action, reason: why.trim() }, { onSuccess: done });
    else toFault();
  };
  return (
    <Dialog
      title={t(`task.${action}.title`, { n: task.number })}
      size={520}
      onClose={onClose}
      keep={why !== ""}
      foot={
        <>
          {command.isError && (
            <p className={classes.bad} role="alert">
              {refusal(command.error)}
            </p>
          )}
          <div className={classes.buttons}>
            <Button variant="default" onClick={onClose}>
              {t("act.cancel")}
            </Button>
            <Button loading={command.isPending} onClick={send}>
              {t(`task.${action}.send`)}
            </Button>
          </div>
        </>
      }
    >
      <Textarea
        label={t(`task.${action}.why`)}
        description={t(`task.${action}.hint`)}
        inputWrapperOrder={["label", "description", "error", "input"]}
        error={tried && !why.trim() ? t("act.missing") : undefined}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={LONGEST}
        value={why}
        onChange={(event) => kept.set(event.currentTarget.value)}
      />
    </Dialog>
  );
}
