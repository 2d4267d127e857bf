import { describe, expect, it } from "vitest";
import { leadIsKept, leavesNobody } from "./team";

describe("the team of a case", () => {
  it("keeps a lead from the engagement on, and not before", () => {
    expect((["RECEIVED", "IN_TRIAGE", "QUALIFIED", "ADVISED"] as const).filter(leadIsKept)).toEqual([]);
    expect((["ENGAGED", "MONITORING", "REPORTING"] as const).every(leadIsKept)).toBe(true);
  });

  it("asks about the last person, whether they lead or not", () => {
    expect(leavesNobody({ people: ["ana"], lead: "" }, { people: [], lead: "" })).toBe(true);
    expect(leavesNobody({ people: [], lead: "ana" }, { people: [], lead: " " })).toBe(true);
    expect(leavesNobody({ people: ["ana"], lead: "ana" }, { people: [], lead: "ana" })).toBe(false);
    expect(leavesNobody({ people: [], lead: "" }, { people: [], lead: "" })).toBe(false);
  });
});
