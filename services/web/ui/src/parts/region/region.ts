import type { RegionCase } from "../../api/region";
import { urgency } from "../../kit/clock";
import { byUrgency } from "../../kit/order";
import { weight } from "../../kit/Severity";

type CareLine = RegionCase["care"]["lines"][number];
/** One of the lines of care, or that nobody has said which. */
export type Line = CareLine["line"] | "UNSAID";

/** From the one that saves the most lives an hour on. */
const LINES: Line[] = [
  "EMERGENCY",
  "SAMU",
  "INTENSIVE_CARE",
  "SURGERY",
  "MATERNITY",
  "STROKE",
  "DIALYSIS",
  "RADIOTHERAPY",
  "LABORATORY",
  "IMAGING",
  "PHARMACY",
  "INPATIENT",
  "UNSAID",
];
export const TOUCHED = ["STOPPED", "DIVERTED", "DEGRADED"] as const;
export type Touched = (typeof TOUCHED)[number];

/** Somebody's line that does not run as it should. */
export interface Touch {
  line: Line;
  state: Touched;
  theCase: RegionCase;
  divertedTo: string | null;
  expectedReturn: string | null;
}

const UNSAID: Partial<Record<RegionCase["care"]["careMode"], Touched>> = { INTERRUPTED: "STOPPED", DEGRADED: "DEGRADED" };

function touchesOf(theCase: RegionCase): Touch[] {
  const { lines, careMode } = theCase.care;
  const touched = lines.flatMap(({ line, state, divertedTo, expectedReturn }) => {
    const known = TOUCHED.find((it) => it === state);
    return known ? [{ line, state: known, theCase, divertedTo: divertedTo ?? null, expectedReturn: expectedReturn ?? null }] : [];
  });
  const state = UNSAID[careMode];
  return touched.length > 0 || !state ? touched : [{ line: "UNSAID", state, theCase, divertedTo: null, expectedReturn: null }];
}

/** Care line by line, of the real cases in their order: only lines that are touched have a row. */
export function careByLine(cases: readonly RegionCase[]): { line: Line; touches: Touch[] }[] {
  const touches = cases.flatMap(touchesOf);
  return LINES.map((line) => ({ line, touches: touches.filter((it) => it.line === line) })).filter((it) => it.touches.length > 0);
}

/** Real cases in the one order of every list; exercises in the same, apart: they count nowhere. */
export function inOrder(cases: readonly RegionCase[], now: number): { real: RegionCase[]; exercises: RegionCase[] } {
  const ordered = cases.toSorted((a, b) => byUrgency(now)({ ...a, clocks: a.deadlines }, { ...b, clocks: b.deadlines }));
  return { real: ordered.filter((it) => !it.exercise), exercises: ordered.filter((it) => it.exercise) };
}

/** What hurts, counted from the list that it heads. */
export function figuresOf(cases: readonly RegionCase[], now: number) {
  const unsettled = (c: RegionCase) => c.deadlines.filter((it) => it.status === "RUNNING" || it.status === "MISSED");
  return {
    open: cases.length,
    crises: cases.filter((it) => weight(it) === "CRISIS").length,
    harmed: cases.filter((it) => it.patientHarm === "PROVEN" || it.patientHarm === "POTENTIAL").length,
    touched: cases.filter((it) => touchesOf(it).length > 0).length,
    toReport: cases.filter((it) => unsettled(it).length > 0).length,
    pastAim: cases.filter((it) => unsettled(it).some((clock) => ["due", "over"].includes(urgency(clock, now)))).length,
  };
}
