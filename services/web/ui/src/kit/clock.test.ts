import { describe, expect, it } from "vitest";
import { type Clock, nearest, urgency } from "./clock";

const HOUR = 3_600_000;
const NOW = Date.parse("2026-11-24T08:40:00Z");
const clock = (left: number, length: number, more: Partial<Clock> = {}): Clock => ({
  regime: "GDPR_33",
  kind: "LEGAL",
  status: "RUNNING",
  t0: NOW + left - length,
  dueAt: NOW + left,
  withoutDelay: false,
  ...more,
});

describe("the loudness of a clock", () => {
  it("is relative to its own length", () => {
    expect(urgency(clock(40 * HOUR, 72 * HOUR), NOW)).toBe("quiet");
    expect(urgency(clock(17 * HOUR, 72 * HOUR), NOW)).toBe("soon");
    expect(urgency(clock(8 * HOUR, 72 * HOUR), NOW)).toBe("near");
    expect(urgency(clock(8 * HOUR, 10 * HOUR), NOW)).toBe("quiet");
  });

  it("is over only where the law gives an hour", () => {
    expect(urgency(clock(-1, 72 * HOUR), NOW)).toBe("over");
    expect(urgency(clock(-1, 4 * HOUR, { withoutDelay: true }), NOW)).toBe("due");
    expect(urgency(clock(-1, HOUR, { kind: "TARGET" }), NOW)).toBe("due");
  });

  it("of an informative regime is never loud", () => {
    expect(urgency(clock(-HOUR, HOUR, { kind: "INFORMATIVE" }), NOW)).toBe("quiet");
  });

  it("that is settled is silent, one not yet started too", () => {
    expect(urgency(clock(-HOUR, HOUR, { status: "MET_LATE" }), NOW)).toBe("met");
    expect(urgency(clock(1, 2, { t0: null, dueAt: null, status: "TO_ASSESS" }), NOW)).toBe("quiet");
  });
});

describe("the clock shown first", () => {
  it("is the loudest, then the nearest, never a settled one", () => {
    const quiet = clock(HOUR, 2 * HOUR);
    const quieter = clock(3 * HOUR, 4 * HOUR);
    const loud = clock(8 * HOUR, 72 * HOUR);
    const met = clock(-HOUR, 2 * HOUR, { status: "MET" });
    expect(nearest([quieter, met, quiet, loud], NOW)).toBe(loud);
    expect(nearest([quieter, met, quiet], NOW)).toBe(quiet);
    expect(nearest([met], NOW)).toBeUndefined();
  });
});
