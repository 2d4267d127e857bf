import type { Entry } from "../../api/entries";
import type { Kind } from "../../api/lines";
import { dayOf, ms } from "../../words/time";

export const KINDS = ["FACT", "ACTION", "DECISION", "HYPOTHESIS", "EXCHANGE", "MILESTONE", "SITUATION"] as const satisfies Kind[];
export const SIDES = ["RESPONSE", "ATTACKER"] as const;
export type Side = (typeof SIDES)[number];

/** A line with those that correct it, oldest first. */
export interface Line {
  entry: Entry;
  corrections: Entry[];
}

/** What the attacker did stands beside what we did; only notes say so. */
export const sideOf = ({ data }: Entry): Side => (data?.["side"] === "ATTACKER" ? "ATTACKER" : "RESPONSE");

/** By the time when things happened, the latest first. A correction stands under what it corrects, as far as that is loaded. */
export function linesOf(entries: readonly Entry[]): Line[] {
  const bySeq = new Map(entries.map((it) => [it.seq, it]));
  const first = (entry: Entry): Entry => {
    const corrected = typeof entry.corrects === "number" && entry.corrects < entry.seq ? bySeq.get(entry.corrects) : undefined;
    return corrected ? first(corrected) : entry;
  };
  const lines = new Map<number, Line>();
  for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) {
    const root = first(entry);
    if (root === entry) lines.set(entry.seq, { entry, corrections: [] });
    else lines.get(root.seq)?.corrections.push(entry);
  }
  return [...lines.values()].sort((a, b) => ms(b.entry.occurredAt) - ms(a.entry.occurredAt) || b.entry.seq - a.entry.seq);
}

export interface Day {
  day: string;
  lines: Line[];
}

/** One after another, the days in Paris. */
export function daysOf(lines: readonly Line[]): Day[] {
  const days: Day[] = [];
  for (const line of lines) {
    const day = dayOf(line.entry.occurredAt);
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}

const WRITTEN = 5 * 60_000;
const LATE = 30 * 60_000;

/** How long after it happened a line was recorded, where that is worth a word; late from half an hour. */
export function delayOf({ occurredAt, recordedAt }: Entry): { length: number; late: boolean } | null {
  const length = ms(recordedAt) - ms(occurredAt);
  return length < WRITTEN ? null : { length, late: length > LATE };
}

/** In groups of 16, so that two people can read it to each other. */
export const grouped = (hash: string): string => hash.replace(/.{16}(?=.)/g, "$& ");
export const short = (hash: string): string => `${hash.slice(0, 6)}…${hash.slice(-4)}`;

export type Family = "declaration" | "case" | "task" | "note" | "entry" | "other";
/** Where a line comes from, by its type. */
export function familyOf({ type }: Entry): Family {
  const name = type.split(".")[0]?.replace(/^tasks$/, "task");
  return (["declaration", "case", "task", "note", "entry"] as const).find((it) => it === name) ?? "other";
}

/** Which of its parts are not there any more; the head and the seals stay. */
export const removedOf = ({ salts }: Entry) => (["author", "text", "data"] as const).filter((it) => salts[it] === null);

/** Which lines are shown: a link leads back to them. And what one came to write, if anything. */
export const timelineSearch = ({ kind, side, write }: Record<string, unknown>): { kind?: Kind; side?: Side; write?: Kind } => ({
  ...(KINDS.includes(kind as Kind) && { kind: kind as Kind }),
  ...(SIDES.includes(side as Side) && { side: side as Side }),
  ...(KINDS.includes(write as Kind) && { write: write as Kind }),
});

/** The situation as it was last reported, in the words of its last correction. */
export function situationOf(reports: readonly Entry[]): Entry | null {
  const latest = linesOf(reports)[0];
  return latest ? (latest.corrections.at(-1) ?? latest.entry) : null;
}
