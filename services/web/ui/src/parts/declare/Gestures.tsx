import { useId } from "react";
import { GESTURE_ANSWERS, type OwnTask, useOwnTaskCommand } from "../../api/tasks";
import { useNow } from "../../kit/now";
import { useWords } from "../../words/useWords";
import classes from "./Gestures.module.css";
import { Segments } from "./Question";

/** The first thing after sending: what saves the hospital in the first hour. Each answer goes to the responders at once, with its time. */
export function Gestures({ caseId, tasks }: { caseId: string; tasks: OwnTask[] }) {
  return (
    <ol className={classes.list}>
      {tasks.map((task, i) => (
        <Row key={task.id} caseId={caseId} task={task} n={i + 1} />
      ))}
    </ol>
  );
}

function Row({ caseId, task, n }: { caseId: string; task: OwnTask; n: number }) {
  const { t, at, problem, language } = useWords();
  const now = useNow();
  const id = useId();
  const answering = useOwnTaskCommand(caseId);
  const sent = answering.isPending && answering.variables.command.action === "answer" ? answering.variables.command.answer : null;
  const answer = sent ?? task.reply?.answer ?? null;
  const open = task.allowedActions.some((a) => a.action === "answer" && a.allowed);
  const label = (value: (typeof GESTURE_ANSWERS)[number]) =>
    value === "DONE" && task.reply?.answer === "DONE" && answer === "DONE"
      ? t("declare.gesture.DONE.at", { at: at(task.reply.at, now) })
      : t(`declare.gesture.${value}`);
  return (
    <li className={classes.row} data-answer={answer ?? undefined}>
      <span className={classes.n} aria-hidden>
        {n}
      </span>
      <div className={classes.words}>
        <b id={id}>{task.title[language]}</b>
        {task.what && <span>{task.what[language]}</span>}
        {task.doNot.map((not) => (
          <span key={not.fr} className={classes.not}>
            {t("declare.gesture.not", { what: not[language] })}
          </span>
        ))}
      </div>
      <div className={classes.answers}>
        {open ? (
          <Segments
            labelledby={id}
            value={answer}
            onChange={(chosen) => chosen && answering.mutate({ task, command: { action: "answer", answer: chosen } })}
            options={GESTURE_ANSWERS.map((value) => ({ value, label: label(value) }))}
          />
        ) : (
          <span className={classes.fixed}>{answer ? label(answer) : t("declare.gesture.unanswered")}</span>
        )}
      </div>
      {answering.isError && (
        <p className={classes.failed} role="alert">
          {t("declare.gesture.failed")} {problem(answering.error)}
        </p>
      )}
    </li>
  );
}
