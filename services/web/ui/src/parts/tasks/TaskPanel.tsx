import { ActionIcon, Textarea } from "@mantine/core";
import { IconBan, IconFlag, IconLock, IconPaperclip, IconX } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { isSettledTask, type Plan, type Task } from "../../api/plan";
import { useTaskCommand } from "../../api/taskCommands";
import { useNow } from "../../kit/now";
import { useNameOf } from "../../kit/People";
import { text, useKept } from "../../kit/useKept";
import { useWords } from "../../words/useWords";
import { GestureAnswer } from "./GestureAnswer";
import { opens } from "./plan";
import { TaskActions } from "./TaskActions";
import { TaskFields } from "./TaskFields";
import { TaskLink } from "./TaskLink";
import { TaskMark } from "./TaskRow";
import { useTaskReasons } from "./useTaskReasons";
import classes from "./panel.module.css";

interface TaskPanelProps {
  caseId: string;
  plan: Plan;
  task: Task;
  onClose: () => void;
}

const LONGEST_NOTE = 1_000;

/** One task, read from top to bottom by somebody who does it at 4 in the morning: when it is finished, what must not be done. */
export function TaskPanel({ caseId, plan, task, onClose }: TaskPanelProps) {
  const { t, language } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  // a panel closed by a slip, or F5, loses nothing
  const kept = useKept(`task.${task.id}`, "", text);
  const note = kept.value;
  const command = useTaskCommand(caseId, task);
  const { refusal } = useTaskReasons(plan);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  const settled = isSettledTask(task);
  const { status } = task;
  useEffect(() => {
    // the button that was pressed is gone with the status, or was locked meanwhile: whoever has no mouse goes on from here
    if (status && !command.isPending && document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, [command.isPending, status]);
  const { done } = kept;
  useEffect(() => {
    if (settled) done();
  }, [settled, done]);
  useEffect(() => {
    const element = panel.current;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) onClose();
    };
    element?.addEventListener("keydown", onKey);
    return () => element?.removeEventListener("keydown", onKey);
  }, [onClose]);
  const before = plan.tasks.filter((it) => task.dependsOn.includes(it.id));
  const after = settled ? [] : opens(plan, task);
  return (
    <div className={classes.panel} ref={panel}>
      <div className={classes.top}>
        <span>
          {t(`reason.phase.${task.phase}`)} · {t("task.number", { n: task.number })}
        </span>
        <ActionIcon variant="subtle" color="stone" onClick={onClose} aria-label={t("task.close")}>
          <IconX size={17} stroke={1.9} />
        </ActionIcon>
      </div>
      <h2 className={classes.title} ref={title} tabIndex={-1}>
        {task.title[language]}
      </h2>
      {task.origin && <p className={classes.what}>{t("task.origin", { reference: task.origin })}</p>}
      {task.what && <p className={classes.what}>{task.what[language]}</p>}
      <TaskFields task={task} command={command} />
      <LastAct task={task} />
      {task.gesture && <GestureAnswer task={task} command={command} />}
      {task.finishedWhen.length > 0 && (
        <section>
          <h3>
            <IconFlag size={15} stroke={2} aria-hidden />
            {t("task.finished")}
          </h3>
          <ul className={classes.list}>
            {task.finishedWhen.map((it) => (
              <li key={it.en}>{it[language]}</li>
            ))}
          </ul>
        </section>
      )}
      {task.doNot.length > 0 && (
        <section className={classes.dont}>
          <h3>
            <IconBan size={15} stroke={2} aria-hidden />
            {t("task.donot")}
          </h3>
          <ul className={classes.list}>
            {task.doNot.map((it) => (
              <li key={it.en}>{it[language]}</li>
            ))}
          </ul>
        </section>
      )}
      {before.length > 0 && (
        <section>
          <h3>{t("task.after")}</h3>
          <Links tasks={before} />
        </section>
      )}
      {after.length > 0 && (
        <section>
          <h3>
            <IconLock size={15} stroke={2} aria-hidden />
            {t("task.opens")}
          </h3>
          <Links tasks={after} />
        </section>
      )}
      {!settled && (
        <section>
          <h3>
            <IconPaperclip size={15} stroke={2} aria-hidden />
            {t(task.evidenceNeeded ? "task.evidence" : "task.note")}
          </h3>
          {task.evidenceNeeded && <p>{task.evidenceNeeded[language]}</p>}
          <Textarea
            aria-label={t(task.evidenceNeeded ? "task.evidence" : "task.note")}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={LONGEST_NOTE}
            mt={6}
            value={note}
            onChange={(event) => kept.set(event.currentTarget.value)}
          />
        </section>
      )}
      <div className={classes.foot}>
        <div role="status">{command.isError && <p className={classes.bad}>{refusal(command.error)}</p>}</div>
        <TaskActions plan={plan} task={task} command={command} note={note.trim()} />
      </div>
    </div>
  );
}

function Links({ tasks }: { tasks: readonly Task[] }) {
  const { language } = useWords();
  return (
    <ul className={classes.links}>
      {tasks.map((it) => (
        <li key={it.id}>
          <TaskMark task={it} size={15} />
          <TaskLink task={it}>{it.title[language]}</TaskLink>
          <span>{it.number}</span>
        </li>
      ))}
    </ul>
  );
}

/** Who changed how it stands, when, and what they wrote of it. */
function LastAct({ task: { last, status } }: { task: Task }) {
  const { t, at } = useWords();
  const now = useNow();
  const nameOf = useNameOf();
  if (!last) return null;
  return (
    <section className={classes.said}>
      {t("task.last", { status: t(`reason.taskStatus.${status}`), name: nameOf(last.by), at: at(last.at, now) })}
      {last.text && <blockquote>{last.text}</blockquote>}
    </section>
  );
}
