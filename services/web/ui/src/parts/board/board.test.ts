import { describe, expect, it } from "vitest";
import type { AllowedAction, Card } from "../../api/responder";
import { byUrgency } from "../../kit/order";
import { freshOf, keepNewest, merged, newer, type Progress, withProgress, withTasks } from "./cards";
import { boardSearch, choicesOf, found, passes } from "./filters";
import { byLetter, LETTERS, moveTo, nextOf } from "./moves";

const NOW = Date.parse("2026-11-24T10:00:00Z");
const place = (name: string, department = "63") => ({
  name,
  department,
  finess: "990000010",
  legalEntity: "990000011",
  since: "2026-11-24T06:00:00Z",
});
const card = (more: Partial<Card> = {}): Card => ({
  view: "RESPONDER",
  id: "a",
  revision: 1,
  reference: "PRIS-2026-000131",
  exercise: false,
  status: "RECEIVED",
  holdOver: false,
  affected: [place("CHU de Haute-Combraille")],
  incidentType: "RANSOMWARE",
  severity: null,
  presumedSeverity: "MINOR",
  trend: "STABLE",
  patientHarm: "NONE",
  careMode: "NORMAL",
  significant: false,
  clocks: [],
  people: [],
  restricted: false,
  openedAt: "2026-11-24T06:00:00Z",
  changedAt: "2026-11-24T06:00:00Z",
  taskProgress: null,
  openMandatoryTasks: 0,
  tasksRevision: 0,
  ...more,
});
const progress = (done: number) => ({ revision: done, done, total: 5, openMandatory: 5 - done, impossible: 0, phases: [] });
const can = (action: AllowedAction["action"], more: Partial<AllowedAction> = {}): AllowedAction => ({
  action,
  allowed: true,
  reasons: [],
  to: [],
  waivable: false,
  ...more,
});

describe("the cards of the board", () => {
  it("keep the newest of the case and the newest of its tasks, whichever comes first", () => {
    const fromList = card({ revision: 4, tasksRevision: 2, taskProgress: progress(2) });
    const fromStream = card({ revision: 5, status: "IN_TRIAGE" });
    expect(newer(fromList, fromStream)).toMatchObject({ revision: 5, status: "IN_TRIAGE", taskProgress: { done: 2 } });
    expect(newer(fromStream, fromList)).toMatchObject({ revision: 5, status: "IN_TRIAGE", taskProgress: { done: 2 } });
  });

  it("show a progress that was told before their case was, the newest of it", () => {
    const told: Progress = new Map();
    for (const done of [2, 3, 1])
      keepNewest(told, { id: "a", taskProgress: progress(done), openMandatoryTasks: 5 - done, tasksRevision: done });
    expect(withProgress(card(), told)).toMatchObject({ taskProgress: { done: 3 }, tasksRevision: 3 });
    expect(withProgress(card({ tasksRevision: 4, taskProgress: progress(4) }), told)).toMatchObject({
      taskProgress: { done: 4 },
    });
    expect(withProgress(card({ id: "b" }), told)).toMatchObject({ taskProgress: null });
  });

  it("do not go back to an older progress", () => {
    const now = card({ tasksRevision: 7, taskProgress: progress(3) });
    expect(withTasks(now, { tasksRevision: 6, taskProgress: progress(1), openMandatoryTasks: 4 })).toBe(now);
  });

  it("take what the stream told while the list was on its way, and drop what it took away", () => {
    const told = new Map<string, Card | "removed">([
      ["a", card({ revision: 9, status: "CLOSED" })],
      ["b", "removed"],
      ["c", card({ id: "c" })],
    ]);
    const all = merged([card({ revision: 8 }), card({ id: "b" })], told);
    expect([...all.keys()].sort()).toEqual(["a", "c"]);
    expect(all.get("a")?.status).toBe("CLOSED");
  });

  it("are fresh where they came while somebody looked, or had ended and are open again", () => {
    const known = {
      cards: new Map([
        ["a", card()],
        ["b", card({ id: "b", status: "CLOSED" })],
      ]),
      loaded: true,
      fresh: new Set<string>(),
    };
    const came = [card(), card({ id: "b" }), card({ id: "c" }), card({ id: "d", status: "CLOSED" })].map((c) => [c.id, c] as const);
    expect([...freshOf(known, came)]).toEqual(["b", "c"]);
    expect([...freshOf({ ...known, loaded: false }, came)]).toEqual([]);
  });

  it("stand after all that is real where they are exercises, however grave", () => {
    const list = [card({ id: "ex", exercise: true, patientHarm: "PROVEN", severity: "CRISIS" }), card({ id: "minor" })];
    expect(list.sort(byUrgency(NOW)).map((c) => c.id)).toEqual(["minor", "ex"]);
  });

  it("stand in the order of patients, severity, clock; a presumed severity counts", () => {
    const clock = { regime: "GDPR_33", kind: "LEGAL", status: "RUNNING", t0: "2026-11-22T10:00:00Z" } as const;
    const list = [
      card({ id: "minor" }),
      card({ id: "clock", clocks: [{ ...clock, dueAt: "2026-11-24T09:00:00Z" } as Card["clocks"][number]] }),
      card({ id: "presumed", presumedSeverity: "MAJOR" }),
      card({ id: "harm", patientHarm: "POTENTIAL" }),
    ].sort(byUrgency(NOW));
    expect(list.map((c) => c.id)).toEqual(["harm", "presumed", "clock", "minor"]);
  });
});

describe("the filters", () => {
  it("search beginnings of words without accents, and the number of a reference", () => {
    const chu = card({ affected: [place("CH de l’Évêché-Nord")] });
    expect(found(chu, "eveche")).toBe(true);
    expect(found(chu, "nord 131")).toBe(true);
    expect(found(chu, "veche")).toBe(false);
  });

  it("take several values of one as alternatives, several of them together", () => {
    expect(passes(card(), { severity: "MAJOR,MINOR", department: "63" })).toBe(true);
    expect(passes(card(), { severity: "MINOR", department: "38" })).toBe(false);
    expect(passes(card({ people: ["r1"] }), { assignee: "r1" })).toBe(true);
  });

  it("find by town and by a number that is printed in groups", () => {
    const chu = card({ affected: [{ ...place("CH Nord-Beaujour"), finess: "990000010", commune: "Villebois" }] });
    expect(["villebois", "990 000 010", "CH\u00a0Nord-Beaujour"].every((q) => found(chu, q))).toBe(true);
  });

  it("show exercises alone, or none of them", () => {
    const exercise = card({ exercise: true });
    expect([passes(exercise, { exercise: "none" }), passes(exercise, { exercise: "only" }), passes(exercise, {})]).toEqual([
      false,
      true,
      true,
    ]);
    expect(passes(card(), { exercise: "only" })).toBe(false);
    expect(boardSearch({ exercise: "only" })).toEqual({ exercise: "only" });
    expect(boardSearch({ exercise: "perhaps" })).toEqual({});
  });

  it("survive what the router makes of an address", () => {
    expect(boardSearch({ department: 1, q: 131, view: "nonsense", severity: "MAJOR" })).toEqual({
      department: "01",
      q: "131",
      severity: "MAJOR",
    });
  });

  it("offer what the cards have, and keep what is chosen", () => {
    expect(choicesOf("department", [card()], ["38"])).toEqual(["38", "63"]);
  });
});

describe("a move", () => {
  it("is the action that leads to the column, an allowed one first", () => {
    const actions = [can("disengage", { allowed: false }), can("monitor", { allowed: false, reasons: [{ code: "X", parameters: {} }] })];
    expect(moveTo("MONITORING", card({ status: "ENGAGED" }), actions)?.action).toBe("monitor");
    expect(moveTo("REPORTING", card({ status: "ENGAGED" }), actions)).toBeUndefined();
  });

  it("of a held card leads back to where it was", () => {
    expect(moveTo("ENGAGED", card({ status: "ON_HOLD", heldFrom: "ENGAGED" }), [can("resume")])?.action).toBe("resume");
  });

  it("has one letter for each action of a status", () => {
    const { resume: _, ...letters } = LETTERS;
    expect(new Set(Object.values(letters)).size).toBe(Object.keys(letters).length);
    expect(byLetter("h", [can("resume")])).toBe("resume");
    expect(byLetter("h", [can("hold")])).toBe("hold");
    expect(byLetter("q", [])).toBe("qualify");
    expect(byLetter("z", [])).toBeUndefined();
  });

  it("that comes next stands apart", () => {
    expect(nextOf("IN_TRIAGE", [can("reject"), can("qualify")])?.action).toBe("qualify");
  });
});
