import type { Card } from "../../api/responder";
import { matches, wordsOf } from "../../kit/searchWords";
import { weight } from "../../kit/Severity";

/** What the board shows, as its address says: every filtered view has one of its own. Several values of one filter are alternatives. */
export interface BoardSearch {
  view?: "list" | "ended";
  severity?: string;
  type?: string;
  department?: string;
  establishment?: string;
  assignee?: string;
  /** Exercises alone, or none of them. */
  exercise?: "only" | "none";
  q?: string;
}

export const FILTERS = ["severity", "type", "department", "establishment", "assignee"] as const;
export type Filter = (typeof FILTERS)[number];

export const valuesOf = (given: string | undefined): string[] => (given ? given.split(",").filter(Boolean) : []);

export function boardSearch(given: Record<string, unknown>): BoardSearch {
  const found: BoardSearch = {};
  if (given["view"] === "list" || given["view"] === "ended") found.view = given["view"];
  if (given["exercise"] === "only" || given["exercise"] === "none") found.exercise = given["exercise"];
  for (const name of [...FILTERS, "q"] as const) {
    const value = given[name];
    if (typeof value === "string" && value !== "") found[name] = value;
    // the router reads 38 as a number
    else if (typeof value === "number") found[name] = String(value).padStart(name === "department" ? 2 : 0, "0");
  }
  return found;
}

/** As the service searches: beginnings of words of the reference and of the establishments' names, numbers and towns. */
export function found(card: Pick<Card, "reference" | "affected">, q: string | undefined): boolean {
  if (!q) return true;
  const number = card.reference.slice(card.reference.lastIndexOf("-") + 1).replace(/^0+/, "");
  const places = card.affected.flatMap((place) => [place.name, place.finess, place.commune ?? ""]);
  const words = [card.reference, card.reference.replaceAll("-", ""), number, ...places].flatMap(wordsOf);
  return matches(words, q);
}

const OF: Record<Filter, (card: Card) => (string | null | undefined)[]> = {
  severity: (card) => [weight(card)],
  type: (card) => [card.incidentType],
  department: (card) => card.affected.map((place) => place.department),
  establishment: (card) => card.affected.map((place) => place.finess),
  assignee: (card) => [card.lead, ...card.people],
};

export const passes = (card: Card, search: BoardSearch): boolean =>
  found(card, search.q) &&
  (search.exercise === undefined || card.exercise === (search.exercise === "only")) &&
  FILTERS.every((name) => {
    const wanted = valuesOf(search[name]);
    return wanted.length === 0 || OF[name](card).some((value) => value && wanted.includes(value));
  });

/** The values that a filter can have now: those of the cards there are, and those that are chosen. */
export const choicesOf = (name: Filter, cards: Iterable<Card>, chosen: string[]): string[] =>
  [...new Set([...[...cards].flatMap(OF[name]).filter((value) => typeof value === "string"), ...chosen])].sort();

export const filtersOn = (search: BoardSearch): number =>
  FILTERS.reduce((n, name) => n + valuesOf(search[name]).length, search.exercise ? 1 : 0);
