import { describe, expect, it } from "vitest";
import type { Deadline } from "../../api/responder";
import { sorted } from "./clocks";

const NOW = Date.parse("2026-12-01T08:00:00Z");
const clock = (regime: string, kind: Deadline["kind"], status: Deadline["status"]): Deadline => ({
  regime,
  kind,
  status,
  establishment: "990000010",
  overdue: false,
  partial: false,
  withoutDelay: false,
  t0Revision: 1,
  dueAt: "2026-12-01T07:00:00Z",
});
const clocks = [clock("FIRST_CONTACT", "TARGET", "RUNNING"), clock("TAKEN", "TARGET", "MET"), clock("GDPR_33", "LEGAL", "RUNNING")];
const regimes = (ended: boolean) => sorted(clocks, NOW, ended).told.map((it) => it.regime);

describe("the clocks of a case", () => {
  it("end with it where they are our own aims; what the law asks goes on", () => {
    expect(regimes(false)).toContain("FIRST_CONTACT");
    expect(regimes(true)).toEqual(["GDPR_33", "TAKEN"]);
  });
});
