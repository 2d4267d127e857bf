import type { Action, AllowedAction, Card, Status } from "../../api/responder";

/** One letter for each action: the same in both languages, as they stand on the help. */
export const LETTERS: Record<Action, string> = {
  take: "t",
  qualify: "q",
  reject: "x",
  merge: "f",
  unmerge: "u",
  redirect: "o",
  engage: "e",
  advise: "a",
  escalate: "s",
  monitor: "m",
  disengage: "d",
  relapse: "b",
  report: "r",
  close: "c",
  hold: "h",
  resume: "h",
  reopen: "n",
};

const TARGET: Partial<Record<Action, Status>> = {
  take: "IN_TRIAGE",
  qualify: "QUALIFIED",
  engage: "ENGAGED",
  advise: "ADVISED",
  escalate: "QUALIFIED",
  monitor: "MONITORING",
  disengage: "ADVISED",
  relapse: "ENGAGED",
  report: "REPORTING",
  hold: "ON_HOLD",
};

/** The column that an action moves a card to; where it ends the case there is none. */
export const target = (action: Action, card: Pick<Card, "heldFrom">): Status | undefined =>
  action === "resume" ? (card.heldFrom ?? undefined) : TARGET[action];

/** The action that would bring a card to a column, as the service allows or refuses it. */
export const moveTo = (column: Status, card: Card, actions: AllowedAction[]): AllowedAction | undefined =>
  actions.filter((it) => target(it.action, card) === column).sort((a, b) => Number(b.allowed) - Number(a.allowed))[0];

/** The action of a letter that the case has, allowed or refused; of a letter alone where it has none. */
export function byLetter(letter: string, actions: AllowedAction[]): Action | undefined {
  const named = (Object.keys(LETTERS) as Action[]).filter((action) => LETTERS[action] === letter);
  return actions.find((it) => named.includes(it.action))?.action ?? named[0];
}

/** What is usually done next, then the rest in the order of the path. */
const NEXT: Partial<Record<Status, Action>> = {
  RECEIVED: "take",
  IN_TRIAGE: "qualify",
  QUALIFIED: "engage",
  ADVISED: "close",
  ENGAGED: "monitor",
  MONITORING: "report",
  REPORTING: "close",
  ON_HOLD: "resume",
  CLOSED: "reopen",
  REJECTED: "reopen",
  REDIRECTED: "reopen",
  MERGED: "unmerge",
};

export const nextOf = (status: Status, actions: AllowedAction[]): AllowedAction | undefined =>
  actions.find((it) => it.action === NEXT[status]);
