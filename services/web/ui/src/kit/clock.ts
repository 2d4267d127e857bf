import type { Instant } from "../words/time";
import { ms } from "../words/time";

/** One clock of a case, as the views of triage give it. */
export interface Clock {
  regime: string;
  /** LEGAL blocks closing and can be missed; TARGET is ours; INFORMATIVE is folded and never loud. */
  kind: "LEGAL" | "TARGET" | "INFORMATIVE";
  status: "TO_ASSESS" | "NOT_APPLICABLE" | "RUNNING" | "MET" | "MET_LATE" | "MISSED" | "NOT_DONE";
  /** From when it counts. */
  t0?: Instant | null | undefined;
  /** The legal hour; where the law says « without delay », the hour aimed at. */
  dueAt?: Instant | null | undefined;
  withoutDelay?: boolean | undefined;
}

export type Urgency = "met" | "quiet" | "soon" | "near" | "due" | "over";

const LOUDNESS: Urgency[] = ["over", "due", "near", "soon", "quiet", "met"];
const SETTLED = new Set<Clock["status"]>(["MET", "MET_LATE", "NOT_DONE", "NOT_APPLICABLE"]);

export const isSettled = (c: Clock): boolean => SETTLED.has(c.status);

/** How loud a clock is, relative to its own length: amber in the last quarter, orange in the last eighth. What has no legal hour is never missed. */
export function urgency(c: Clock, now: number): Urgency {
  if (isSettled(c)) return "met";
  if (c.kind === "INFORMATIVE" || c.dueAt === null || c.dueAt === undefined) return "quiet";
  const due = ms(c.dueAt);
  const left = due - now;
  if (left < 0) return c.kind === "TARGET" || c.withoutDelay ? "due" : "over";
  const length = c.t0 === null || c.t0 === undefined ? Number.POSITIVE_INFINITY : due - ms(c.t0);
  if (!Number.isFinite(length)) return "quiet";
  return left < length / 8 ? "near" : left < length / 4 ? "soon" : "quiet";
}

const dueOf = (c: Clock): number => (c.dueAt === null || c.dueAt === undefined ? Number.POSITIVE_INFINITY : ms(c.dueAt));

/** The loudest first, then the nearest. */
export const byLoudness =
  (now: number) =>
  (a: Clock, b: Clock): number => {
    const louder = LOUDNESS.indexOf(urgency(a, now)) - LOUDNESS.indexOf(urgency(b, now));
    if (louder !== 0) return louder;
    return dueOf(a) === dueOf(b) ? 0 : dueOf(a) - dueOf(b);
  };

/** The clock that must not be missed, of those still open. */
export function nearest<C extends Clock>(clocks: readonly C[], now: number): C | undefined {
  return clocks.filter((c) => !isSettled(c)).sort(byLoudness(now))[0];
}
