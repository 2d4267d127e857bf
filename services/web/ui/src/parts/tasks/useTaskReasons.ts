import { Problem, type Reason } from "../../api/problem";
import type { Plan } from "../../api/plan";
import { useWords } from "../../words/useWords";
import { useReason } from "../act/useReason";

/** Words the reasons of a plan, with its tasks and gates by their names. */
export function useTaskReasons(plan: Plan): { reason: (it: Reason) => string; refusal: (error: unknown) => string } {
  const { language, problem } = useWords();
  const reason = useReason(undefined, {
    task: (id) => {
      const task = plan.tasks.find((it) => it.id === id);
      return task && `${task.title[language]} (${task.number})`;
    },
    gate: (key) => plan.gates.find((it) => it.key === key)?.name[language],
  });
  return {
    reason,
    refusal: (error) => (error instanceof Problem && error.reasons.length > 0 ? error.reasons.map(reason).join(" ") : problem(error)),
  };
}
