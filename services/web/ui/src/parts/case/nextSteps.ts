import { isSettledTask, type Plan, type Task } from "../../api/plan";
import { ms } from "../../words/time";

const MOST = 4;

const PRIORITY = ["MANDATORY", "DEFERRABLE", "SECONDARY"];
const due = (task: Task): number => (task.dueAt ? ms(task.dueAt) : Number.POSITIVE_INFINITY);

/** What can be worked on now: begun or free to begin, the nearest due first, then what is mandatory, then the order of the plan. A question that was answered is not asked again. */
export function nextSteps({ tasks }: Plan): Task[] {
  const open = tasks.filter((it) => !isSettledTask(it) && !(it.gesture && it.reply) && (it.status === "IN_PROGRESS" || free(it)));
  return open
    .sort(
      (a, b) =>
        (due(a) === due(b) ? 0 : due(a) - due(b)) || PRIORITY.indexOf(a.priority) - PRIORITY.indexOf(b.priority) || a.number - b.number,
    )
    .slice(0, MOST);
}

const free = (task: Task): boolean => task.allowedActions.some((it) => it.action === "start" && it.allowed);

const LOUDEST = ["IMPOSSIBLE", "DO_NOT_KNOW", undefined, "DONE"];

/** The gestures of the first hour: what cannot be done first, then what nobody knows, what nobody has answered, and what is done. */
export const answersFirst = (tasks: readonly Task[]): Task[] =>
  tasks
    .filter((it) => it.gesture)
    .toSorted((a, b) => LOUDEST.indexOf(a.reply?.answer) - LOUDEST.indexOf(b.reply?.answer) || a.number - b.number);
