import type { Card } from "../../api/responder";
import { weight } from "../../kit/Severity";

/** What the board shows, as its address says: every filtered view has one of its own. Several values of one filter are alternatives. */
export interface BoardSearch {
  view?: "list" | "ended";
  severity?: string;
  type?: string;
  department?: string;
  establishment?: string;
  assignee?: string;
  q?: string;
}

export const FILTERS = ["severity", "type", "department", "establishment", "assignee"] as const;
export type Filter = (typeof FILTERS)[number];

export const valuesOf = (given: string | undefined): string[] => (given ? given.split(",").filter(Boolean) : []);

export function boardSearch(given: Record<string, unknown>): BoardSearch {
  const found: BoardSearch = {};
  if (given["view"] === "list" || given["view"] === "ended") found.view = given["view"];
  for (const name of [...FILTERS, "q"] as const) {
    const value = given[name];
    if (typeof value === "string" && value !== "") found[name] = value;
    // the router reads 38 as a number
    else if (typeof value === "number") found[name] = String(value).padStart(name === "department" ? 2 : 0, "0");
  }
  return found;
}

const plain = (text: string): string[] =>
  text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .split(/[\s'’–]+/)
    .filter(Boolean);

const wordsOf = (text: string): string[] => plain(text).flatMap((word) => [word, ...word.split("-")]);

/** As the service searches: beginnings of words of the reference and of the establishments' names. */
export function found(card: Card, q: string | undefined): boolean {
  if (!q) return true;
  const number = card.reference.slice(card.reference.lastIndexOf("-") + 1).replace(/^0+/, "");
  const words = [card.reference, number, ...card.affected.flatMap((place) => [place.name, place.finess])].flatMap(wordsOf);
  return plain(q).every((wanted) => words.some((word) => word.startsWith(wanted)));
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
  FILTERS.every((name) => {
    const wanted = valuesOf(search[name]);
    return wanted.length === 0 || OF[name](card).some((value) => value && wanted.includes(value));
  });

/** The values that a filter can have now: those of the cards there are, and those that are chosen. */
export const choicesOf = (name: Filter, cards: Iterable<Card>, chosen: string[]): string[] =>
  [...new Set([...[...cards].flatMap(OF[name]).filter((value) => typeof value === "string"), ...chosen])].sort();

export const filtersOn = (search: BoardSearch): number => FILTERS.reduce((n, name) => n + valuesOf(search[name]).length, 0);
