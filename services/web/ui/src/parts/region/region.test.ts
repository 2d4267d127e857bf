import { describe, expect, it } from "vitest";
import type { RegionCase } from "../../api/region";
import { careByLine, figuresOf, inOrder } from "./region";

const NOW = Date.parse("2026-11-24T08:00:00Z");
type Care = RegionCase["care"];
const aCase = (reference: string, more: Partial<RegionCase> = {}, care: Partial<Care> = {}): RegionCase =>
  ({
    id: reference,
    reference,
    exercise: false,
    patientHarm: "NONE",
    severity: null,
    presumedSeverity: "MINOR",
    deadlines: [],
    care: { careMode: "NORMAL", patientHarm: "NONE", lines: [], ...care },
    ...more,
  }) as unknown as RegionCase;
const cert = (dueAt: string, status = "RUNNING") =>
  [
    { regime: "CSP_L1111_8_2", kind: "LEGAL", withoutDelay: true, status, t0: "2026-11-24T04:00:00Z", dueAt },
  ] as unknown as RegionCase["deadlines"];

describe("the order of the region's cases", () => {
  it("is patients, severity (presumed counts), then the CERT Santé clock", () => {
    const cases = [
      aCase("minor"),
      aCase("major later", { severity: "MAJOR", deadlines: cert("2026-11-24T12:00:00Z") }),
      aCase("presumed crisis", { presumedSeverity: "CRISIS" }),
      aCase("major late", { severity: "MAJOR", deadlines: cert("2026-11-24T07:00:00Z") }),
      aCase("harm", { patientHarm: "PROVEN" }),
    ];
    expect(inOrder(cases, NOW).real.map((it) => it.reference)).toEqual(["harm", "presumed crisis", "major late", "major later", "minor"]);
  });

  it("keeps exercises apart", () => {
    const { real, exercises } = inOrder([aCase("real"), aCase("exercise", { exercise: true, patientHarm: "PROVEN" })], NOW);
    expect([real.length, exercises.map((it) => it.reference)]).toEqual([1, ["exercise"]]);
  });
});

describe("care line by line", () => {
  const line = (name: string, state: string, more = {}) => ({ line: name, state, ...more }) as unknown as Care["lines"][number];

  it("has a row for each touched line, and none for what runs", () => {
    const rows = careByLine([
      aCase("a", {}, { lines: [line("SURGERY", "STOPPED"), line("IMAGING", "NORMAL")] }),
      aCase(
        "b",
        {},
        { lines: [line("EMERGENCY", "DIVERTED", { divertedTo: "990000028" }), line("SURGERY", "DEGRADED"), line("SAMU", "UNKNOWN")] },
      ),
    ]);
    expect(rows.map(({ line: of, touches }) => [of, touches.map((it) => `${it.theCase.reference} ${it.state}`)])).toEqual([
      ["EMERGENCY", ["b DIVERTED"]],
      ["SURGERY", ["a STOPPED", "b DEGRADED"]],
    ]);
    expect(rows[0]?.touches[0]).toMatchObject({ divertedTo: "990000028", expectedReturn: null });
  });

  it("loses nobody whose care is touched and who has not said which line", () => {
    const rows = careByLine([aCase("a", {}, { careMode: "INTERRUPTED" }), aCase("b", {}, { careMode: "UNKNOWN" })]);
    expect(rows.map(({ line: of, touches }) => [of, touches.map((it) => it.state)])).toEqual([["UNSAID", ["STOPPED"]]]);
  });
});

describe("the figures of the region", () => {
  it("are counted from the list that they head", () => {
    const cases = [
      aCase("a", { severity: "CRISIS", patientHarm: "PROVEN", deadlines: cert("2026-11-24T07:00:00Z") }, { careMode: "INTERRUPTED" }),
      aCase("b", { presumedSeverity: "CRISIS", deadlines: cert("2026-11-24T12:00:00Z") }),
      aCase("c", { deadlines: cert("2026-11-24T07:00:00Z", "MET") }),
    ];
    expect(figuresOf(cases, NOW)).toEqual({ open: 3, crises: 2, harmed: 1, touched: 1, toReport: 2, pastAim: 1 });
  });
});
