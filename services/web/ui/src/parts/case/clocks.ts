import type { Deadline } from "../../api/responder";
import { byLoudness, isSettled } from "../../kit/clock";

/** What runs first, the loudest before; then what is to be assessed; then what is settled. Informative ones apart. */
export function sorted(deadlines: readonly Deadline[], now: number): { told: Deadline[]; informative: Deadline[] } {
  const group = (c: Deadline) => (isSettled(c) ? 2 : c.status === "TO_ASSESS" ? 1 : 0);
  const ordered = [...deadlines].sort((a, b) => group(a) - group(b) || byLoudness(now)(a, b));
  return {
    told: ordered.filter((c) => c.kind !== "INFORMATIVE"),
    informative: ordered.filter((c) => c.kind === "INFORMATIVE"),
  };
}

export const keyOf = (c: Pick<Deadline, "establishment" | "regime">): string => `${c.establishment} ${c.regime}`;
