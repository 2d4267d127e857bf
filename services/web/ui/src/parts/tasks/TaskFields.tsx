import { Button } from "@mantine/core";
import { useState } from "react";
import type { Task } from "../../api/plan";
import type { useTaskCommand } from "../../api/taskCommands";
import { useMe } from "../../api/me";
import { Dialog } from "../../kit/Dialog";
import { useNow } from "../../kit/now";
import { useWords } from "../../words/useWords";
import { PeopleField } from "../act/PersonField";
import { WhenField } from "../act/WhenField";
import { actionOf } from "./plan";
import { DueTime, StatusWord } from "./TaskRow";
import classes from "./panel.module.css";

export type Command = ReturnType<typeof useTaskCommand>;
const MOST_PEOPLE = 20;

/** How a task stands, who has it, until when: the last two can be changed at any time while the case is open. */
export function TaskFields({ task, command }: { task: Task; command: Command }) {
  const { t, at } = useWords();
  const now = useNow();
  const me = useMe();
  const [dating, setDating] = useState(false);
  const free = actionOf(task, "assign")?.allowed ?? false;
  const assign = (assignees: string[]) => command.mutate({ action: "assign", assignees });
  const settled = task.status === "DONE" || task.status === "WAIVED";
  return (
    <div className={classes.fields}>
      <div className={classes.field}>
        <span>{t("task.status")}</span>
        <strong>
          <StatusWord task={task} />
        </strong>
      </div>
      <div className={classes.field}>
        <span>{t("task.priority")}</span>
        <strong>
          {t(`task.priority.${task.priority}`)}
          {task.leadOnly && `, ${t("task.signed")}`}
        </strong>
      </div>
      <div className={classes.field}>
        <span>{t("task.due")}</span>
        <strong>{task.dueAt ? settled ? at(task.dueAt, now) : <DueTime task={task} now={now} /> : t("task.due.none")}</strong>
        {actionOf(task, "due")?.allowed && (
          <Button variant="subtle" size="compact-sm" className={classes.small ?? ""} onClick={() => setDating(true)}>
            {t(task.dueAt ? "task.due.change" : "task.due.set")}
          </Button>
        )}
      </div>
      <div className={classes.field}>
        <span>{t("task.audience")}</span>
        <strong>{t(`task.audience.${task.audience}`)}</strong>
      </div>
      <div className={classes.people}>
        <PeopleField
          label={t("task.who")}
          size="xs"
          value={task.assignees}
          readOnly={!free}
          disabled={command.isPending}
          maxTags={MOST_PEOPLE}
          onChange={assign}
          acceptValueOnBlur={false}
        />
        {free && me && !task.assignees.includes(me.subject) && (
          <Button
            variant="subtle"
            size="compact-sm"
            className={classes.small ?? ""}
            onClick={() => assign([...task.assignees, me.subject])}
          >
            {t("task.who.me")}
          </Button>
        )}
      </div>
      {dating && <DueDialog task={task} command={command} onClose={() => setDating(false)} />}
    </div>
  );
}

function DueDialog({ task, command, onClose }: { task: Task; command: Command; onClose: () => void }) {
  const { t, problem } = useWords();
  const [dueAt, setDueAt] = useState(task.dueAt ?? "");
  const send = (to: string | null) => command.mutate({ action: "due", dueAt: to }, { onSuccess: onClose });
  return (
    <Dialog
      title={t("task.due.title", { n: task.number })}
      size={460}
      onClose={onClose}
      foot={
        <>
          {command.isError && (
            <p className={classes.bad} role="alert">
              {problem(command.error)}
            </p>
          )}
          <div className={classes.buttons}>
            {task.dueAt && (
              <Button variant="default" loading={command.isPending} onClick={() => send(null)}>
                {t("task.due.remove")}
              </Button>
            )}
            <Button disabled={!dueAt} loading={command.isPending} onClick={() => send(dueAt)}>
              {t("task.due.save")}
            </Button>
          </div>
        </>
      }
    >
      <WhenField label={t("task.due.when")} value={dueAt} onChange={setDueAt} future />
    </Dialog>
  );
}
