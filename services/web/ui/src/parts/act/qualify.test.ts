import { describe, expect, it } from "vitest";
import type { DeadlineView, WholeCase } from "../../api/responder";
import { fallen } from "./falls";
import { draftOf, effects, knownOf, missing, qualification, significant } from "./qualify";

const clock = (regime: string, status: DeadlineView["status"], more: Partial<DeadlineView> = {}): DeadlineView => ({
  regime,
  status,
  establishment: "990000010",
  kind: "LEGAL",
  withoutDelay: false,
  overdue: false,
  t0Revision: 1,
  ...more,
});

const theCase = {
  severity: null,
  trend: "STABLE",
  incidentType: "RANSOMWARE",
  patientHarm: "POTENTIAL",
  careMode: "UNKNOWN",
  care: { at: null },
  assessment: { scope: "EXTENDED", impact: "UNKNOWN", urgency: "UNKNOWN", origin: "UNKNOWN", personalData: "UNKNOWN" },
  declared: [{ othersMayBeAffected: "UNKNOWN" }],
} as unknown as WholeCase;

describe("qualifying", () => {
  it("takes over what was declared, and never preselects that nobody knows", () => {
    const draft = draftOf(theCase);
    expect(draft).toMatchObject({ scope: "EXTENDED", incidentType: "RANSOMWARE", patientHarm: "POTENTIAL" });
    expect(Object.values(draft)).not.toContain("UNKNOWN");
    expect(missing(draft)).toContain("severity");
    expect(missing(draft)).toContain("trend");
  });

  it("calls an incident significant as soon as one of the two is so", () => {
    expect(significant({ _region: "UNKNOWN", _others: "YES" })).toBe("yes");
    expect(significant({ _region: "NO", _others: "UNKNOWN" })).toBe("open");
    expect(significant({ _region: "NO", _others: "NO" })).toBe("no");
  });

  it("asks why below the proposal, and below what was presumed where the answers propose less", () => {
    const presumed = { ...theCase, presumedSeverity: "MAJOR" } as WholeCase;
    expect(fallen(knownOf(theCase, "CRISIS"), { severity: "MAJOR" })).toEqual(["severity"]);
    expect(fallen(knownOf(presumed, "MINOR"), { severity: "MINOR" })).toEqual(["severity"]);
    expect(fallen(knownOf(presumed, "MINOR"), { severity: "MAJOR" })).toEqual([]);
    expect(fallen(knownOf({ ...presumed, severity: "CRISIS" }, "MINOR"), { severity: "MAJOR" })).toEqual(["severity"]);
  });

  it("holds to a declared proven harm until a responder has said how care goes", () => {
    const declared = { ...theCase, declared: [{ patientHarm: "PROVEN", careMode: "INTERRUPTED" }] } as unknown as WholeCase;
    expect(draftOf(declared)).toMatchObject({ patientHarm: "PROVEN", careMode: "INTERRUPTED" });
    expect(fallen(knownOf(declared, undefined), { patientHarm: "NONE", careMode: "INTERRUPTED" })).toEqual(["patientHarm"]);
    const told = { ...declared, care: { at: "2026-11-24T08:00:00Z" } } as unknown as WholeCase;
    expect(fallen(knownOf(told, undefined), { patientHarm: "POTENTIAL", careMode: "UNKNOWN" })).toEqual([]);
  });

  it("sends the answers and not the form's own questions", () => {
    const body = qualification({ ...draftOf(theCase), severity: "MAJOR", _others: "YES", reason: "  " });
    expect(body).toMatchObject({ severity: "MAJOR", significant: true });
    expect(Object.keys(body).some((key) => key.startsWith("_"))).toBe(false);
    expect(body).not.toHaveProperty("reason");
  });

  it("tells what runs already from what starts, and what falls away", () => {
    const before = [clock("CSP", "RUNNING"), clock("GDPR_33", "TO_ASSESS"), clock("OSE", "TO_ASSESS")];
    const after = [
      clock("GDPR_33", "RUNNING", { dueAt: "2026-11-27T06:00:00Z" }),
      clock("CSP", "RUNNING"),
      clock("NIS2", "RUNNING", { kind: "INFORMATIVE" }),
    ];
    expect(effects(before, after).map((it) => [it.clock.regime, it.effect])).toEqual([
      ["CSP", "runs"],
      ["GDPR_33", "starts"],
      ["OSE", "off"],
      ["NIS2", "starts"],
    ]);
  });
});
