import { useId } from "react";
import { GESTURE_ANSWERS, type OwnTask, useAnswerGesture } from "../../api/tasks";
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
  const { t, clock, problem } = useWords();
  const id = useId();
  const answering = useAnswerGesture(caseId);
  const answer = answering.isPending ? answering.variables.answer : (task.answer ?? null);
  return (
    <li className={classes.row} data-answer={answer ?? undefined}>
      <span className={classes.n} aria-hidden>
        {n}
      </span>
      <div className={classes.words}>
        <b id={id}>{task.title}</b>
        {task.how && <span>{task.how}</span>}
      </div>
      <div className={classes.answers}>
        <Segments
          labelledby={id}
          value={answer}
          onChange={(chosen) => chosen && answering.mutate({ task, answer: chosen })}
          options={GESTURE_ANSWERS.map((value) => ({
            value,
            label:
              value === "DONE" && answer === "DONE" && task.answeredAt
                ? t("declare.gesture.DONE.at", { time: clock(task.answeredAt) })
                : t(`declare.gesture.${value}`),
          }))}
        />
      </div>
      {answering.isError && (
        <p className={classes.failed} role="alert">
          {t("declare.gesture.failed")} {problem(answering.error)}
        </p>
      )}
    </li>
  );
}
