import type { CardTasks } from "../../api/boardStream";
import type { Card, Headline, Status, WholeCase } from "../../api/responder";
import { isSettled } from "../../kit/clock";

export const COLUMNS: Status[] = ["RECEIVED", "IN_TRIAGE", "QUALIFIED", "ENGAGED", "MONITORING", "REPORTING"];
/** Beside the path: folded until somebody opens them. */
export const ASIDE: Status[] = ["ADVISED", "ON_HOLD"];
export const ENDED: Status[] = ["CLOSED", "REJECTED", "MERGED", "REDIRECTED"];

export const isOpen = (c: { status: Status }): boolean => !ENDED.includes(c.status);

/** Two copies of a card make the newest: the case by its revision, the tasks by theirs. */
export function newer(one: Card | undefined, other: Card): Card {
  if (!one) return other;
  const theCase = other.revision >= one.revision ? other : one;
  const tasks = other.tasksRevision >= one.tasksRevision ? other : one;
  return withTasks(theCase, tasks);
}

/** Progress that was told by itself, by case: it may come before its card does. */
export type Progress = Map<string, CardTasks>;

export const keepNewest = (progress: Progress, told: CardTasks): void => {
  const known = progress.get(told.id);
  if (!known || told.tasksRevision >= known.tasksRevision) progress.set(told.id, told);
};

export const withProgress = (card: Card, progress: Progress): Card => {
  const told = progress.get(card.id);
  return told ? withTasks(card, told) : card;
};

export function withTasks(card: Card, tasks: Omit<CardTasks, "id"> | Card): Card {
  if (card.taskProgress && tasks.tasksRevision < card.tasksRevision) return card;
  return {
    ...card,
    taskProgress: tasks.taskProgress ?? card.taskProgress ?? null,
    openMandatoryTasks: tasks.openMandatoryTasks,
    tasksRevision: tasks.tasksRevision,
  };
}

/** The card of a case that a command has just answered. */
export function cardOf(c: WholeCase): Card {
  return {
    view: "RESPONDER",
    id: c.id,
    revision: c.revision,
    reference: c.reference,
    exercise: c.exercise,
    status: c.status,
    heldFrom: c.heldFrom ?? null,
    heldUntil: c.heldUntil ?? null,
    holdOver: c.holdOver,
    affected: c.affected,
    incidentType: c.incidentType,
    severity: c.severity ?? null,
    presumedSeverity: c.presumedSeverity ?? null,
    trend: c.trend,
    patientHarm: c.patientHarm,
    careMode: c.careMode,
    significant: c.significant,
    campaign: c.campaign ?? null,
    clocks: c.deadlines.filter((clock) => !isSettled(clock) && clock.kind !== "INFORMATIVE"),
    people: c.people,
    lead: c.lead ?? null,
    restricted: c.access.restricted,
    openedAt: c.openedAt,
    changedAt: c.changedAt,
    taskProgress: c.taskProgress,
    openMandatoryTasks: c.openMandatoryTasks,
    tasksRevision: c.tasksRevision,
  };
}

export interface Cards {
  cards: ReadonlyMap<string, Card>;
  headlines: Headline[];
}

/** What came while somebody was looking: new ones, and those that had ended and are open again. */
export function freshOf(
  before: Pick<Cards, "cards"> & { loaded: boolean; fresh: ReadonlySet<string> },
  came: Iterable<readonly [string, Card]>,
): ReadonlySet<string> {
  if (!before.loaded) return before.fresh;
  const isNew = ([id, card]: readonly [string, Card]) => {
    const known = before.cards.get(id);
    return isOpen(card) && (!known || !isOpen(known));
  };
  const news = [...came].filter(isNew);
  return news.length === 0 ? before.fresh : new Set([...before.fresh, ...news.map(([id]) => id)]);
}

/** The list as it was loaded, with what the stream told since it was opened. */
export function merged(listed: Card[], told: ReadonlyMap<string, Card | "removed">): ReadonlyMap<string, Card> {
  const all = new Map(listed.map((card) => [card.id, card]));
  for (const [id, card] of told) {
    if (card === "removed") all.delete(id);
    else all.set(id, newer(all.get(id), card));
  }
  return all;
}
