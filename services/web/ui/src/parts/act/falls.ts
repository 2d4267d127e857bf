import type { Care, Severity } from "../../api/responder";
import { LEVELS } from "../../kit/Severity";

type Harm = Care["patientHarm"];
type Mode = Care["careMode"];

/** What is at stake, by how grave it is. Not knowing is below what is known to be grave, and no worse than « none ». */
const HARM: Record<Harm, number> = { NONE: 0, UNKNOWN: 0, POTENTIAL: 1, PROVEN: 2 };
const MODE: Record<Mode, number> = { NORMAL: 0, UNKNOWN: 0, DEGRADED: 1, INTERRUPTED: 2 };

interface Stakes {
  patientHarm?: string | undefined;
  careMode?: string | undefined;
  severity?: string | null | undefined;
}
export type Stake = keyof Stakes;

const rank = (ranks: Record<string, number>, value: string | null | undefined): number | undefined =>
  value && Object.hasOwn(ranks, value) ? ranks[value] : undefined;
const SEVERITY = Object.fromEntries(LEVELS.map((level, i) => [level, i]));
const RANKS: Record<Stake, Record<string, number>> = { patientHarm: HARM, careMode: MODE, severity: SEVERITY };

/** Which of them would fall: none of them does without a reason. What is not said does not fall. */
export const fallen = (known: Stakes, said: Stakes): Stake[] =>
  (Object.keys(RANKS) as Stake[]).filter((stake) => {
    const [before, after] = [rank(RANKS[stake], known[stake]), rank(RANKS[stake], said[stake])];
    return before !== undefined && after !== undefined && after < before;
  });

/** The graver of two levels; one of them is enough. */
export const graver = (one: Severity | null | undefined, other: Severity | null | undefined): Severity | undefined =>
  [one, other].filter((it) => it !== null && it !== undefined).sort((a, b) => LEVELS.indexOf(b) - LEVELS.indexOf(a))[0];

export const graverHarm = (one: Harm | null | undefined, other: Harm | null | undefined): Harm =>
  HARM[one ?? "UNKNOWN"] >= HARM[other ?? "UNKNOWN"] ? (one ?? "UNKNOWN") : (other ?? "UNKNOWN");
export const graverMode = (one: Mode | null | undefined, other: Mode | null | undefined): Mode =>
  MODE[one ?? "UNKNOWN"] >= MODE[other ?? "UNKNOWN"] ? (one ?? "UNKNOWN") : (other ?? "UNKNOWN");
