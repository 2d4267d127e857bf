import { byLoudness, type Clock, nearest } from "./clock";
import { type Level, LEVELS, weight } from "./Severity";

export interface Ordered {
  exercise?: boolean;
  patientHarm: "NONE" | "POTENTIAL" | "PROVEN" | "UNKNOWN";
  severity?: Level | null | undefined;
  presumedSeverity?: Level | null | undefined;
  clocks: Clock[];
  reference: string;
}

const HARM: Ordered["patientHarm"][] = ["PROVEN", "POTENTIAL", "UNKNOWN", "NONE"];
const rank = (c: Ordered): number => {
  const level = weight(c);
  return level ? LEVELS.length - LEVELS.indexOf(level) : LEVELS.length + 1;
};

/** The order of every list of cases: patients first, then severity (presumed counts), then the loudest clock. Exercises come after all that is real. */
export const byUrgency =
  (now: number) =>
  (a: Ordered, b: Ordered): number => {
    const real = Number(a.exercise ?? false) - Number(b.exercise ?? false);
    const graver = real || HARM.indexOf(a.patientHarm) - HARM.indexOf(b.patientHarm) || rank(a) - rank(b);
    if (graver !== 0) return graver;
    const [one, other] = [nearest(a.clocks, now), nearest(b.clocks, now)];
    if (one && other) return byLoudness(now)(one, other) || a.reference.localeCompare(b.reference);
    return one ? -1 : other ? 1 : a.reference.localeCompare(b.reference);
  };
