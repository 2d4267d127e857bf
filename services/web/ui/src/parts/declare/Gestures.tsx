import { Button } from "@mantine/core";
import { useEffect, useId, useRef, useState } from "react";
import { GESTURE_ANSWERS, mayAnswer, type OwnTask } from "../../api/tasks";
import { useNow } from "../../kit/now";
import { useWords } from "../../words/useWords";
import classes from "./Gestures.module.css";
import { Segments } from "./Question";
import { useAnswers } from "./useAnswers";

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
  const { t, language } = useWords();
  const id = useId();
  const { given } = useAnswers();
  const mine = given.find((it) => it.task === task.id && !it.refused);
  const open = mayAnswer(task);
  return (
    <li className={classes.row} data-answer={(mine ?? task.reply)?.answer}>
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
        <Answer caseId={caseId} task={task} labelledby={id} open={open} />
      </div>
    </li>
  );
}

interface AnswerProps {
  caseId: string;
  task: OwnTask;
  labelledby: string;
  /** It may still be answered, or answered otherwise. */
  open: boolean;
}

/** The question until it is answered; then the answer with its time, where it is, and a way to correct it. */
function Answer({ caseId, task, labelledby, open }: AnswerProps) {
  const { t, at } = useWords();
  const now = useNow();
  const { given, give } = useAnswers();
  const [asking, ask] = useState(false);
  const group = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const mine = given.find((it) => it.task === task.id && !it.refused);
  const answer = mine ?? task.reply;
  const shown = open && (asking || !answer);
  // what had the focus is gone: the next thing of the same row takes it
  useEffect(() => {
    if (moved.current) group.current?.querySelector<HTMLElement>("button")?.focus();
    moved.current = false;
  });
  if (shown) {
    return (
      <div ref={group}>
        <Segments
          labelledby={labelledby}
          value={answer?.answer ?? null}
          onChange={(chosen) => {
            moved.current = true;
            ask(false);
            if (chosen) give(caseId, task, chosen);
          }}
          options={GESTURE_ANSWERS.map((value) => ({ value, label: t(`declare.gesture.${value}`) }))}
        />
      </div>
    );
  }
  return (
    <div ref={group} className={classes.said}>
      <span role="status" className={classes.fixed}>
        {answer
          ? t("declare.gesture.said", { answer: t(`declare.gesture.${answer.answer}`), at: at(answer.at, now) })
          : t("declare.gesture.unanswered")}
        {mine && <span className={classes.kept}>{t("declare.gesture.kept")}</span>}
      </span>
      {open && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-describedby={labelledby}
          onClick={() => {
            moved.current = true;
            ask(true);
          }}
        >
          {t("declare.gesture.change")}
        </Button>
      )}
    </div>
  );
}
