import type { Card } from "../../api/responder";
import { byUrgency } from "../../kit/order";
import { referenceOf } from "../../kit/searchWords";
import { isOpen } from "../board/cards";
import { found } from "../board/filters";

const MOST_OPEN = 7;

/** What a search has found: open cases by their urgency, ended ones as the service gives them; a reference typed whole stands first. */
export interface Hits {
  open: Card[];
  ended: Card[];
}

export function hitsOf(q: string, known: Iterable<Card>, served: readonly Card[], now: number): Hits {
  if (!q.trim()) return { open: [], ended: [] };
  const all = new Map(served.map((c) => [c.id, c]));
  for (const card of known) if (found(card, q)) all.set(card.id, card);
  const exact = referenceOf(q);
  const first = (a: Card, b: Card) => Number(b.reference === exact) - Number(a.reference === exact);
  const urgent = byUrgency(now);
  const list = [...all.values()];
  return {
    open: list
      .filter(isOpen)
      .sort((a, b) => first(a, b) || urgent(a, b))
      .slice(0, MOST_OPEN),
    ended: list.filter((c) => !isOpen(c)).sort(first),
  };
}
