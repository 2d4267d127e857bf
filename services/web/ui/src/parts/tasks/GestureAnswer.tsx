import { Button } from "@mantine/core";
import type { Task } from "../../api/plan";
import { GESTURE_ANSWERS } from "../../api/tasks";
import { useNow } from "../../kit/now";
import { useNameOf } from "../../kit/People";
import { useWords } from "../../words/useWords";
import { actionOf } from "./plan";
import type { Command } from "./TaskFields";
import classes from "./panel.module.css";

/** What the establishment says of a gesture of the first hour; a responder on the telephone says it for them. */
export function GestureAnswer({ task, command }: { task: Task; command: Command }) {
  const { t, at } = useWords();
  const now = useNow();
  const nameOf = useNameOf();
  const { reply } = task;
  return (
    <section>
      <h3>{t("task.reply")}</h3>
      <p>
        {reply
          ? t("task.reply.given", { answer: t(`task.answer.${reply.answer}`), name: nameOf(reply.by), at: at(reply.at, now) })
          : t("task.reply.none")}
      </p>
      {actionOf(task, "answer")?.allowed && (
        <div className={classes.answers} role="group" aria-label={t("task.reply.behalf")}>
          {GESTURE_ANSWERS.map((answer) => (
            <Button
              key={answer}
              size="xs"
              variant="default"
              aria-pressed={reply?.answer === answer}
              disabled={command.isPending}
              onClick={() => command.mutate({ action: "answer", answer })}
            >
              {t(`task.answer.${answer}`)}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
