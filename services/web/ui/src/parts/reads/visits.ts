import type { Read } from "../../api/reads";
import { dayOf, ms } from "../../words/time";

/** What one person did in one go: a page that is open asks again every few seconds, and asks several services. */
export interface Visit {
  key: string;
  from: number;
  to: number;
  subject: string;
  name: string | undefined;
  role: string | undefined;
  action: string;
  outcome: string;
  what: string[];
}

/** What one service has said so far, newest first; `more`: it has older ones. */
export interface Told {
  items: readonly Read[];
  more: boolean;
}

/** Down to when the lists are whole: below, one of them might still have something between. */
export const wholeDownTo = (lists: readonly Told[]): number =>
  Math.max(Number.NEGATIVE_INFINITY, ...lists.filter((it) => it.more).map(oldestOf));

/** Those that have to be read on before more can be shown. */
export const shortest = <T extends Told>(lists: readonly T[]): T[] => {
  const bound = wholeDownTo(lists);
  return lists.filter((it) => it.more && oldestOf(it) === bound);
};

const oldestOf = ({ items }: Told): number => {
  const last = items.at(-1);
  return last ? ms(last.at) : Number.POSITIVE_INFINITY;
};

const PAUSE = 15 * 60_000;

/** The lists as one, newest first; what follows within a quarter of an hour, by the same person to the same effect, is one line. */
export function visitsOf(lists: readonly Told[]): Visit[] {
  const bound = wholeDownTo(lists);
  const reads = lists
    .flatMap((it) => it.items)
    .filter((it) => ms(it.at) >= bound)
    .sort((a, b) => ms(b.at) - ms(a.at));
  const visits: Visit[] = [];
  const open = new Map<string, Visit>();
  for (const read of reads) {
    const at = ms(read.at);
    const kind = JSON.stringify([read.subject, read.role, read.action, read.outcome]);
    const visit = open.get(kind);
    if (visit && visit.from - at <= PAUSE && dayOf(visit.to) === dayOf(at)) {
      visit.from = at;
      if (!visit.what.includes(read.what)) visit.what.push(read.what);
      continue;
    }
    const { subject, action, outcome } = read;
    const begun = {
      key: `${kind} ${at}`,
      from: at,
      to: at,
      subject,
      name: read.name ?? undefined,
      role: read.role ?? undefined,
      action,
      outcome,
      what: [read.what],
    };
    open.set(kind, begun);
    visits.push(begun);
  }
  return visits;
}

/** By the day of Paris, the latest first. */
export function daysOf(visits: readonly Visit[]): { day: string; visits: Visit[] }[] {
  const days = new Map<string, Visit[]>();
  for (const visit of visits) {
    const day = dayOf(visit.to);
    days.set(day, [...(days.get(day) ?? []), visit]);
  }
  return [...days].map(([day, its]) => ({ day, visits: its }));
}
