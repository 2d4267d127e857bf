import { type Gate, isSettledTask, type Plan, type Task } from "../../api/plan";
import type { Phase, TaskAction } from "../../api/taskCommands";
import { ms } from "../../words/time";

/** In the order in which they are worked, as far as there is one. */
export const PHASES: readonly Phase[] = [
  "QUALIFICATION",
  "CONTAINMENT",
  "CARE",
  "LEGAL",
  "EVIDENCE",
  "EVICTION",
  "ERADICATION",
  "RECONSTRUCTION",
  "MONITORING",
  "COMMUNICATION",
];

export interface PhaseOfPlan {
  phase: Phase;
  tasks: Task[];
  done: number;
  openMandatory: number;
  /** Somebody is at work in it. */
  active: boolean;
}

/** The phases that have tasks, each with its own progress: containment done says nothing of eviction. */
export const phasesOf = ({ tasks }: Plan): PhaseOfPlan[] =>
  PHASES.map((phase) => {
    const own = tasks.filter((it) => it.phase === phase);
    return {
      phase,
      tasks: own,
      done: own.filter(isSettledTask).length,
      openMandatory: own.filter((it) => it.mandatory && !isSettledTask(it)).length,
      active: own.some((it) => it.status === "IN_PROGRESS"),
    };
  }).filter((it) => it.tasks.length > 0);

/** The closed gates, each before the first task that it blocks. */
export function gatesBefore({ gates }: Plan, tasks: readonly Task[]): Map<string, Gate[]> {
  const before = new Map<string, Gate[]>();
  for (const gate of gates) {
    const first = gate.open ? undefined : tasks.find((it) => gate.before.includes(it.id) && !isSettledTask(it));
    if (first) before.set(first.id, [...(before.get(first.id) ?? []), gate]);
  }
  return before;
}

/** What has to be finished before it can begin: a gate, or another task. */
export const waits = (task: Task): boolean =>
  !isSettledTask(task) &&
  task.allowedActions.some(
    (it) => it.action === "start" && it.reasons.some(({ code }) => code === "DEPENDENCY_OPEN" || code === "GATE_CLOSED"),
  );

/** How it looks: as its status says, or held back by what comes first. */
export const lookOf = (task: Task): Task["status"] | "WAITS" => (task.status === "TO_DO" && waits(task) ? "WAITS" : task.status);

export const isLate = (task: Task, now: number): boolean => !isSettledTask(task) && !!task.dueAt && ms(task.dueAt) < now;

const SOON = 4 * 3_600_000;
export const isSoon = (task: Task, now: number): boolean => !isLate(task, now) && !!task.dueAt && ms(task.dueAt) - now < SOON;

export const actionOf = (task: Task, action: TaskAction) => task.allowedActions.find((it) => it.action === action);

/** What its end lets begin: tasks that depend on it, and those behind a gate that still misses it. */
export function opens({ gates, tasks }: Plan, task: Task): Task[] {
  const behind = new Set(gates.filter((it) => it.missing.includes(task.id)).flatMap((it) => it.before));
  return tasks.filter((it) => it.dependsOn.includes(task.id) || behind.has(it.id));
}

/** Which task is open: a link leads back to it. */
export const taskSearch = ({ task }: Record<string, unknown>): { task?: string } => (typeof task === "string" ? { task } : {});
