import { describe, expect, it } from "vitest";
import type { OwnCase } from "../../api/cases";
import { wordsFor } from "../../testing/words";
import { careOf, lateCall, sentencesOf } from "./standing";

const NOW = Date.parse("2026-11-24T08:00:00Z");
const say = wordsFor(["kit", "own"]);
type Care = OwnCase["care"];
const care = (careMode: Care["careMode"], ...states: Care["lines"][number]["state"][]): Care => ({
  careMode,
  patientHarm: "NONE",
  lines: states.map((state) => ({ line: "EMERGENCY", state })) as Care["lines"],
});
const aCase = (status: OwnCase["status"], more: Partial<OwnCase> = {}) => ({
  status,
  severity: null,
  care: care("INTERRUPTED"),
  deadlines: [],
  ...more,
});
const told = (c: ReturnType<typeof aCase>) => sentencesOf(c, NOW, say).join(" ");

describe("what a hospital is told of its case", () => {
  it.each(["MONITORING", "REPORTING", "CLOSED"] as const)("says in %s that care is interrupted, where it is", (status) => {
    expect(told(aCase(status))).toContain("des soins sont toujours arrêtés ou déroutés");
    expect(told(aCase(status, { care: care("DEGRADED") }))).toContain("mode dégradé");
    expect(told(aCase(status, { care: care("UNKNOWN") }))).toContain("Nous ne savons pas où en sont les soins");
    expect(told(aCase(status, { care: care("NORMAL") }))).toContain("fonctionnent normalement");
  });

  it("never says of a state alone that systems or activity are back", () => {
    const states = wordsFor(["own"]);
    for (const status of ["ADVISED", "ENGAGED", "MONITORING", "REPORTING", "CLOSED", "REJECTED", "ON_HOLD", "REDIRECTED"])
      expect(`${states.code("own.state", status)} ${states.code("own.state", `${status}.detail`)}`).not.toMatch(
        /normal|repart|revenu|rétabli|attaquant/,
      );
  });

  it("says that the severity is not set only while it is not", () => {
    expect(told(aCase("IN_TRIAGE"))).toContain("La gravité n’est pas encore fixée");
    expect(told(aCase("IN_TRIAGE", { severity: "MAJOR" }))).not.toContain("gravité");
  });

  it("says that the promised call is late, and to call", () => {
    const call = (status: "RUNNING" | "MET", dueAt: string) =>
      [{ regime: "FIRST_CONTACT", status, dueAt }] as unknown as OwnCase["deadlines"];
    expect(told(aCase("IN_TRIAGE", { deadlines: call("RUNNING", "2026-11-24T07:30:00Z") }))).toContain("appelez");
    expect(lateCall({ deadlines: call("RUNNING", "2026-11-24T08:30:00Z") }, NOW)).toBeUndefined();
    expect(lateCall({ deadlines: call("MET", "2026-11-24T07:30:00Z") }, NOW)).toBeUndefined();
  });
});

describe("care as a whole", () => {
  it("is as bad as its worst line", () => {
    expect(careOf(care("NORMAL", "NORMAL", "DIVERTED"))).toBe("INTERRUPTED");
    expect(careOf(care("NORMAL", "DEGRADED"))).toBe("DEGRADED");
    expect(careOf(care("NORMAL", "UNKNOWN"))).toBe("UNKNOWN");
    expect(careOf(care("NORMAL", "NORMAL"))).toBe("NORMAL");
    expect(careOf(care("UNKNOWN"))).toBe("UNKNOWN");
  });
});
