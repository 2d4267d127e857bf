import { describe, expect, it } from "vitest";
import type { Gate, Plan, Task } from "../../api/plan";
import { gatesBefore, isLate, isSoon, lookOf, opens, phasesOf, taskSearch } from "./plan";

const task = (id: string, of: Partial<Task> = {}) =>
  ({ id, phase: "EVICTION", status: "TO_DO", mandatory: false, dependsOn: [], allowedActions: [], ...of }) as unknown as Task;
const gate = (of: Partial<Gate>) => ({ key: "tier0", open: false, missing: [], before: [], ...of }) as unknown as Gate;
const plan = (tasks: Task[], gates: Gate[] = []) => ({ tasks, gates }) as unknown as Plan;
const NOW = Date.parse("2026-11-24T12:00:00Z");

describe("a plan", () => {
  it("counts each phase from its own tasks, and leaves out phases without any", () => {
    const phases = phasesOf(
      plan([
        task("a", { phase: "CONTAINMENT", status: "DONE" }),
        task("b", { phase: "CONTAINMENT", status: "WAIVED" }),
        task("c", { mandatory: true, status: "IN_PROGRESS" }),
        task("d", { mandatory: true, status: "DONE" }),
      ]),
    );
    expect(phases.map(({ phase, done, openMandatory, active }) => [phase, done, openMandatory, active])).toEqual([
      ["CONTAINMENT", 2, 0, false],
      ["EVICTION", 1, 1, true],
    ]);
  });

  it("puts a closed gate before the first task that it still blocks, an open one nowhere", () => {
    const tasks = [task("a", { status: "DONE" }), task("b"), task("c")];
    const closed = gate({ before: ["a", "c", "b"] });
    expect([...gatesBefore(plan(tasks, [closed]), tasks)]).toEqual([["b", [closed]]]);
    expect(gatesBefore(plan(tasks, [gate({ before: ["b"], open: true })]), tasks).size).toBe(0);
  });

  it("knows what a task lets begin: what depends on it, and what lies behind the gate that misses it", () => {
    const [a, b, c, d] = [task("a"), task("b", { dependsOn: ["a"] }), task("c"), task("d")];
    expect(opens(plan([a, b, c, d], [gate({ missing: ["a"], before: ["c"] })]), a).map(({ id }) => id)).toEqual(["b", "c"]);
  });
});

describe("a task", () => {
  it("waits where something has to come first, but is not blocked", () => {
    const start = (code: string) => [{ action: "start" as const, allowed: false, needs: [], reasons: [{ code, parameters: {} }] }];
    expect(lookOf(task("a", { allowedActions: start("GATE_CLOSED") }))).toBe("WAITS");
    expect(lookOf(task("a", { allowedActions: start("DEPENDENCY_OPEN") }))).toBe("WAITS");
    expect(lookOf(task("a", { allowedActions: start("CASE_NOT_OPEN") }))).toBe("TO_DO");
    expect(lookOf(task("a", { status: "BLOCKED", allowedActions: start("GATE_CLOSED") }))).toBe("BLOCKED");
  });

  it("is late after its hour, soon in the four hours before, and neither once it is settled", () => {
    const due = (hours: number, status: Task["status"] = "TO_DO") =>
      task("a", { status, dueAt: new Date(NOW + hours * 3_600_000).toISOString() });
    expect([isLate(due(-1), NOW), isLate(due(1), NOW), isLate(due(-1, "DONE"), NOW)]).toEqual([true, false, false]);
    expect([isSoon(due(3), NOW), isSoon(due(5), NOW), isSoon(due(-1), NOW)]).toEqual([true, false, false]);
  });

  it("stands in the address of the page", () => {
    expect(taskSearch({ task: "x", other: 1 })).toEqual({ task: "x" });
    expect(taskSearch({ task: 3 })).toEqual({});
  });
});
