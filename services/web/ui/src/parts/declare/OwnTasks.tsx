import { Button, Textarea } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { type OwnTask, useFinishTask } from "../../api/tasks";
import { useNow } from "../../kit/now";
import { useWords } from "../../words/useWords";
import classes from "./OwnTasks.module.css";

const LAST = ["DONE", "WAIVED"];
const due = (task: OwnTask): number => (task.dueAt ? Date.parse(task.dueAt) : Number.POSITIVE_INFINITY);

/** Open ones first, nearest first; what is done stays in sight. */
const inOrder = (a: OwnTask, b: OwnTask): number =>
  LAST.indexOf(a.status) - LAST.indexOf(b.status) || (due(a) === due(b) ? 0 : due(a) - due(b));

/** What the establishment has to do itself. */
export function OwnTasks({ caseId, tasks }: { caseId: string; tasks: OwnTask[] }) {
  const { t } = useWords();
  if (tasks.length === 0) return <p className={classes.none}>{t("own.tasks.none")}</p>;
  return (
    <ul className={classes.list}>
      {tasks.toSorted(inOrder).map((task) => (
        <Task key={task.id} caseId={caseId} task={task} />
      ))}
    </ul>
  );
}

function Task({ caseId, task }: { caseId: string; task: OwnTask }) {
  const { t, at, before, language } = useWords();
  const now = useNow();
  const closed = LAST.includes(task.status);
  const state =
    task.status === "DONE"
      ? task.changedAt
        ? t("own.tasks.done", { at: at(task.changedAt, now) })
        : t("declare.gesture.DONE")
      : task.status === "WAIVED"
        ? t("own.tasks.waived")
        : task.status === "BLOCKED"
          ? t("own.tasks.blocked")
          : task.dueAt && before(task.dueAt, now);
  return (
    <li className={classes.task} data-done={closed || undefined}>
      <span className={classes.mark} aria-hidden>
        {task.status === "DONE" && <IconCheck size={14} stroke={3} />}
      </span>
      <div className={classes.what}>
        <b>{task.title[language]}</b>
        {!closed && task.what && <span className={classes.how}>{task.what[language]}</span>}
        {!closed &&
          task.doNot.map((not) => (
            <span key={not.fr} className={classes.how}>
              {t("declare.gesture.not", { what: not[language] })}
            </span>
          ))}
        {task.changedBy && closed && <span className={classes.how}>{task.changedBy}</span>}
        {!closed && <Finish caseId={caseId} task={task} />}
      </div>
      <span className={classes.due}>{state}</span>
    </li>
  );
}

/** Marks a task as done; where it needs a trace, asks for it first. Locked, it says why. */
function Finish({ caseId, task }: { caseId: string; task: OwnTask }) {
  const { t, problem, language } = useWords();
  const [asking, ask] = useState(false);
  const [note, write] = useState("");
  const [tried, setTried] = useState(false);
  const command = useFinishTask(caseId);
  const complete = task.allowedActions.find((a) => a.action === "complete");
  if (!complete) return null;
  const needed = complete.needs.includes("note");
  const finish = () => command.mutate({ task, note: note.trim() });
  if (!complete.allowed) return <span className={classes.how}>{t("own.tasks.locked")}</span>;
  return (
    <div className={classes.finish}>
      {asking && (
        <Textarea
          autosize
          minRows={2}
          maxLength={1_000}
          label={task.evidenceNeeded ? task.evidenceNeeded[language] : t("own.tasks.note")}
          required={needed}
          error={tried && needed && !note.trim() ? t("own.tasks.missing") : undefined}
          value={note}
          onChange={(e) => write(e.currentTarget.value)}
        />
      )}
      {command.isError && (
        <p className={classes.failed} role="alert">
          {problem(command.error)}
        </p>
      )}
      <Button
        variant="default"
        size="sm"
        loading={command.isPending}
        aria-label={t("kit.colon", { what: t("own.tasks.finish"), said: task.title[language] })}
        onClick={() => {
          if (!asking) return needed ? ask(true) : finish();
          setTried(true);
          if (!needed || note.trim()) finish();
        }}
      >
        {t("own.tasks.finish")}
      </Button>
    </div>
  );
}
