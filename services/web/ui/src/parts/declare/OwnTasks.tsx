import { IconCheck } from "@tabler/icons-react";
import type { OwnTask } from "../../api/tasks";
import { useNow } from "../../kit/now";
import { useWords } from "../../words/useWords";
import classes from "./OwnTasks.module.css";

const LAST = ["DONE", "WAIVED"];

/** What the establishment has to do itself, nearest first; what is done stays in sight. */
export function OwnTasks({ tasks }: { tasks: OwnTask[] }) {
  const { t, before } = useWords();
  const now = useNow();
  if (tasks.length === 0) return <p className={classes.none}>{t("own.tasks.none")}</p>;
  const due = (task: OwnTask) => (task.dueAt ? Date.parse(task.dueAt) : Number.POSITIVE_INFINITY);
  const sorted = [...tasks].sort((a, b) => LAST.indexOf(a.status) - LAST.indexOf(b.status) || (due(a) === due(b) ? 0 : due(a) - due(b)));
  return (
    <ul className={classes.list}>
      {sorted.map((task) => {
        const done = task.status === "DONE";
        return (
          <li key={task.id} className={classes.task} data-done={LAST.includes(task.status) || undefined}>
            <span className={classes.mark} aria-hidden>
              {done && <IconCheck size={14} stroke={3} />}
            </span>
            <span>
              <b>{task.title}</b>
              {task.how && <span className={classes.how}>{task.how}</span>}
            </span>
            <span className={classes.due}>
              {done
                ? t("declare.gesture.DONE")
                : task.status === "WAIVED"
                  ? t("own.tasks.waived")
                  : task.status === "BLOCKED"
                    ? t("own.tasks.blocked")
                    : task.dueAt && before(task.dueAt, now)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
