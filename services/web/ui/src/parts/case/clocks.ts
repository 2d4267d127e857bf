import type { Deadline } from "../../api/responder";
import { byLoudness, isSettled } from "../../kit/clock";

/** Our own aims end with the case: nobody waits for a first contact with whom it has closed. */
const stillCounts = (ended: boolean) => (c: Deadline) => !ended || c.kind !== "TARGET" || isSettled(c);

/** What runs first, the loudest before; then what is to be assessed; then what is settled. Informative ones apart. */
export function sorted(deadlines: readonly Deadline[], now: number, ended = false): { told: Deadline[]; informative: Deadline[] } {
  const group = (c: Deadline) => (isSettled(c) ? 2 : c.status === "TO_ASSESS" ? 1 : 0);
  const ordered = deadlines.filter(stillCounts(ended)).sort((a, b) => group(a) - group(b) || byLoudness(now)(a, b));
  return {
    told: ordered.filter((c) => c.kind !== "INFORMATIVE"),
    informative: ordered.filter((c) => c.kind === "INFORMATIVE"),
  };
}

export const keyOf = (c: Pick<Deadline, "establishment" | "regime">): string => `${c.establishment} ${c.regime}`;
