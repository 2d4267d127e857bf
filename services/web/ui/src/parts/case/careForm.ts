import type { Care, CareLine } from "../../api/responder";

export type LineName = CareLine["line"];

/** The form of care: each line is a field of its own, for two people often know of two lines. */
export interface CareForm extends Partial<Record<LineName, CareLine | null>> {
  patientHarm: Care["patientHarm"];
  careMode: Care["careMode"];
  plannedWhite: boolean | null;
  cancelledOperations: number | null;
  transfers: number | null;
}

export const LINES = [
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
] as const satisfies LineName[];

export const isLine = (name: string): name is LineName => (LINES as readonly string[]).includes(name);

/** A line as the service takes it: where to is said of a diverted one alone. */
export const lineOf = ({ line, state, since, expectedReturn, divertedTo }: CareLine): CareLine => ({
  line,
  state,
  since: since ?? null,
  expectedReturn: expectedReturn ?? null,
  divertedTo: state === "DIVERTED" ? (divertedTo ?? null) : null,
});

export const careForm = (care: Care): CareForm => ({
  patientHarm: care.patientHarm,
  careMode: care.careMode,
  plannedWhite: care.plannedWhite ?? null,
  cancelledOperations: care.cancelledOperations ?? null,
  transfers: care.transfers ?? null,
  ...Object.fromEntries(care.lines.map((it) => [it.line, lineOf(it)])),
});

export const linesOf = (form: Partial<CareForm>): CareLine[] => LINES.flatMap((name) => form[name] ?? []);

/** The request: what was touched, and nothing else. */
export function careEdit(sent: Partial<CareForm>, shown: CareForm) {
  const facts = Object.fromEntries(Object.entries(sent).filter(([name]) => !isLine(name))) as Partial<Omit<CareForm, LineName>>;
  return { ...facts, ...(linesOf(sent).length > 0 && { lines: linesOf(shown) }) };
}
