import { Tooltip, UnstyledButton } from "@mantine/core";
import {
  IconBarrierBlock,
  IconBuildingHospital,
  IconCircle,
  IconCircleCheckFilled,
  IconCircleHalf2,
  IconCircleOff,
  IconGitMerge,
  IconHandStop,
  IconPaperclip,
} from "@tabler/icons-react";
import { isSettledTask, type Task } from "../../api/plan";
import { People } from "../../kit/People";
import { daysBetween, ms, shortDay } from "../../words/time";
import { useWords } from "../../words/useWords";
import { isLate, isSoon, lookOf } from "./plan";
import classes from "./tasks.module.css";

const ICON = {
  TO_DO: IconCircle,
  IN_PROGRESS: IconCircleHalf2,
  BLOCKED: IconHandStop,
  DONE: IconCircleCheckFilled,
  WAIVED: IconCircleOff,
  WAITS: IconBarrierBlock,
};

export function TaskMark({ task, size = 17 }: { task: Task; size?: number }) {
  const look = lookOf(task);
  const Icon = ICON[look];
  return <Icon size={size} stroke={1.8} className={classes.mark} data-look={look} aria-hidden />;
}

export function StatusWord({ task }: { task: Task }) {
  const { t } = useWords();
  const look = lookOf(task);
  return t(look === "WAITS" ? "task.waits" : `reason.taskStatus.${look}`);
}

/** Due in the words that one plans with; overdue says by how much. */
export function DueTime({ task, now }: { task: Task; now: number }) {
  const { t, clock, duration, language } = useWords();
  if (!task.dueAt || isSettledTask(task)) return null;
  const late = isLate(task, now);
  const days = daysBetween(now, task.dueAt);
  const time = clock(task.dueAt);
  return (
    <span className={classes.due} data-late={late || undefined} data-soon={isSoon(task, now) || undefined}>
      {late
        ? t("task.late", { length: duration(now - ms(task.dueAt)) })
        : days === 0
          ? t("task.due.today", { time })
          : days === 1
            ? t("task.due.tomorrow", { time })
            : t("task.due.day", { day: shortDay(task.dueAt, language), time })}
    </span>
  );
}

interface TaskRowProps {
  task: Task;
  open: boolean;
  now: number;
  onOpen: () => void;
}

/** A task in its phase's list; the whole line opens it. */
export function TaskRow({ task, open, now, onOpen }: TaskRowProps) {
  const { t, language } = useWords();
  const evidence = t(task.status === "DONE" ? "task.evidence.given" : "task.evidence.needed");
  return (
    <li className={classes.row} data-open={open || undefined} data-look={lookOf(task)} id={`task-${task.id}`}>
      <TaskMark task={task} />
      <UnstyledButton className={classes.title} onClick={onOpen} aria-expanded={open}>
        <span className={classes.n}>{task.number}</span>
        <span>{task.title[language]}</span>
      </UnstyledButton>
      <span className={classes.extra}>
        {task.origin && (
          <Tooltip label={t("task.origin", { reference: task.origin })}>
            <IconGitMerge size={15} stroke={1.8} role="img" aria-label={t("task.origin", { reference: task.origin })} />
          </Tooltip>
        )}
        {task.audience === "ESTABLISHMENT" && (
          <Tooltip label={t("task.asked")}>
            <IconBuildingHospital size={15} stroke={1.8} role="img" aria-label={t("task.asked")} />
          </Tooltip>
        )}
        {task.evidenceNeeded && (
          <Tooltip label={evidence}>
            <IconPaperclip size={15} stroke={1.8} role="img" aria-label={evidence} />
          </Tooltip>
        )}
      </span>
      <span className={classes.priority} data-priority={task.priority}>
        {!isSettledTask(task) && t(`task.priority.${task.priority}`)}
      </span>
      <span className={classes.status}>
        <StatusWord task={task} />
      </span>
      <DueTime task={task} now={now} />
      {task.assignees.length > 0 ? (
        <span className={classes.person}>
          <People names={task.assignees.slice(0, 1)} size={22} />
        </span>
      ) : (
        <span className={classes.nobody} role="img" aria-label={t("board.unassigned")} />
      )}
    </li>
  );
}
