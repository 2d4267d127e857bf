import type { Card } from "../../api/responder";
import { isOpen } from "../board/cards";

/** The cases that came and nobody here has looked at. An exercise calls nobody away from what is real. */
export const arrivedOf = (cards: ReadonlyMap<string, Card>, fresh: ReadonlySet<string>): Card[] =>
  [...fresh].flatMap((id) => cards.get(id) ?? []).filter((c) => isOpen(c) && !c.exercise);
