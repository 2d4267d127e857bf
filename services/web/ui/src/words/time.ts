import type { Language } from "./language";

/** An instant as the API writes it (ISO 8601) or as the browser counts it (ms). */
export type Instant = string | number;

const NB = "\u00a0";
const zone = { timeZone: "Europe/Paris" } as const;
export const ms = (at: Instant): number => (typeof at === "number" ? at : Date.parse(at));

/** « 1 décembre »: of the days, French numbers the first alone as a first. */
const FIRST = /\b1 (?=\p{L})/u;

/** Formatters are slow to make and asked for hundreds of times a page: one of each. */
const formatters = new Map<string, Intl.DateTimeFormat>();
function part(at: Instant, language: Language, options: Intl.DateTimeFormatOptions): string {
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const key = locale + JSON.stringify(options);
  let format = formatters.get(key);
  if (!format) formatters.set(key, (format = new Intl.DateTimeFormat(locale, { ...zone, ...options })));
  const said = format.format(ms(at));
  return language === "fr" ? said.replace(FIRST, "1er ") : said;
}

/** 2026-11-24, the day in Paris. */
export const dayOf = (at: Instant): string => new Intl.DateTimeFormat("sv-SE", zone).format(ms(at));
export const daysBetween = (from: Instant, to: Instant): number =>
  Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / 86_400_000);

/** 06 h 34, or 06:34 in English. Always Paris time. */
export function clockTime(at: Instant, language: Language): string {
  const hm = part(at, language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return language === "fr" ? hm.replace(":", `${NB}h${NB}`) : hm;
}

/** mardi 24 novembre; with the year where it is not this one. */
export function dayName(at: Instant, now: Instant, language: Language): string {
  const sameYear = dayOf(at).slice(0, 4) === dayOf(now).slice(0, 4);
  return part(at, language, { weekday: "long", day: "numeric", month: "long", ...(!sameYear && { year: "numeric" }) });
}

/** jeu. 26 nov.: where a column is narrow. */
export const shortDay = (at: Instant, language: Language): string =>
  part(at, language, { weekday: "short", day: "numeric", month: "short" });

/** 24 novembre 2026, 06 h 34: for what is printed or pasted elsewhere. */
export const fullTime = (at: Instant, language: Language): string =>
  `${part(at, language, { day: "numeric", month: "long", year: "numeric" })}, ${clockTime(at, language)}`;

/** 41 h 12, 5 j 2 h, 38 min: two units at the most, never negative. */
export function duration(length: number, language: Language): string {
  const minutes = Math.max(0, Math.floor(length / 60_000));
  const days = Math.floor(minutes / 1440);
  if (days >= 3) return `${days}${NB}${language === "fr" ? "j" : "d"} ${Math.floor((minutes % 1440) / 60)}${NB}h`;
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours}${NB}h${NB}${String(minutes % 60).padStart(2, "0")}` : `${minutes}${NB}min`;
}

const HOUR = 3_600_000;

/** The instants at which the clocks of Paris show a day and a time, the earlier first: one; two where an hour comes twice; none where it is skipped. */
export function instantsInParis(day: string, time: string): string[] {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return [];
  const shown = [asUtc - 2 * HOUR, asUtc - HOUR].filter((at) => dayOf(at) === day && timeOf(at) === time);
  return shown.map((at) => new Date(at).toISOString());
}

/** 06:22, the wall clock of Paris, as a time field holds it. */
export const timeOf = (at: Instant): string => part(at, "en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
