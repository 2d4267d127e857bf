import { parseSearchWith } from "@tanstack/react-router";
import { parsed } from "../api/json";

const parse = parseSearchWith(parsed);

/** What an address asks for; anybody can write one. */
export const parseSearch = (search: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(parse(search) as Record<string, unknown>).filter(([name]) => name !== "__proto__"));

/** Which part of a complement is to be opened first. */
export const about = (search: Record<string, unknown>): { about?: "national" } =>
  search["about"] === "national" ? { about: "national" } : {};
