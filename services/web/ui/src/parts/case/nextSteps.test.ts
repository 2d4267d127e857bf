import { describe, expect, it } from "vitest";
import type { Plan, Task } from "../../api/plan";
import { answersFirst, nextSteps } from "./nextSteps";

const task = (number: number, more: Partial<Task> = {}): Task =>
  ({
    id: String(number),
    number,
    status: "TO_DO",
    gesture: false,
    priority: "DEFERRABLE",
    allowedActions: [{ action: "start", allowed: true, needs: [], reasons: [] }],
    ...more,
  }) as unknown as Task;
const said = (answer: "DONE" | "IMPOSSIBLE" | "DO_NOT_KNOW") =>
  ({ gesture: true, reply: { answer, at: "2026-11-24T05:40:00Z", by: "anne", role: "DECLARANT" } }) as const;
const numbers = (tasks: Task[]) => tasks.map((it) => it.number);

describe("what is to be done now", () => {
  it("does not ask again what the hospital has answered, whatever it has answered", () => {
    const tasks = [
      task(1, { ...said("IMPOSSIBLE"), status: "BLOCKED" }),
      task(2, said("DO_NOT_KNOW")),
      task(3, { gesture: true }),
      task(4),
    ];
    expect(numbers(nextSteps({ tasks } as Plan))).toEqual([3, 4]);
  });
});

describe("the answers of the first hour", () => {
  it("begin with what the hospital cannot do", () => {
    const tasks = [task(1, said("DONE")), task(2, { gesture: true }), task(3, said("DO_NOT_KNOW")), task(4, said("IMPOSSIBLE")), task(5)];
    expect(numbers(answersFirst(tasks))).toEqual([4, 3, 2, 1]);
  });
});
