import { answerIn, hasControl } from "../../kit/text";
import { instantsInParis } from "../../words/time";
import { LONGEST_DESCRIPTION, momentOf, noticedAt } from "./body";
import type { Draft, Moment } from "./draft";
import { readPhone } from "./phones";

/** A field that stops the sending, and why: the word key of the reason with its number. */
export interface Fault {
  field: FaultyField;
  reason: FaultReason;
  n?: number;
}

export type FaultyField =
  "channel" | "establishment" | "description" | "since" | "began" | "national" | "name" | "phone" | "email" | "outOfBandContact";
export type FaultReason =
  | "channel"
  | "establishment"
  | "description.long"
  | "control"
  | "skipped"
  | "future"
  | "began"
  | "name"
  | "phone.empty"
  | "phone.short"
  | "phone.long"
  | "phone.unread"
  | "email";

/** A minute of grace: a phone's clock and ours differ. */
const GRACE = 60_000;
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

/** Which answers a fault of a field is about. */
const ABOUT: Record<FaultyField, (keyof Draft)[]> = {
  channel: ["channel"],
  establishment: ["establishment"],
  description: ["description"],
  since: ["since", "touchedAt", "noticed"],
  began: ["began", "since", "touchedAt", "noticed"],
  national: ["national", "nationalAt", "nationalReference"],
  name: ["name"],
  phone: ["phone", "email", "outOfBandContact"],
  email: ["email"],
  outOfBandContact: ["outOfBandContact"],
};

/**
 * What stops a draft from being sent, in the order of the page. Only a way to reach the person must be there; whatever else is said must be
 * possible. Of a complement only what it changes of what it began with is judged: the rest was taken once.
 */
export function faultsOf(draft: Draft, now: number, behalf: boolean, begun: Draft | null = null): Fault[] {
  const faults: Fault[] = [
    ...(behalf && !draft.channel && !begun ? [{ field: "channel", reason: "channel" } as const] : []),
    ...(draft.establishment ? [] : [{ field: "establishment", reason: "establishment" } as const]),
    ...text("description", draft.description),
    ...description(draft.description),
    ...(noticed(draft) ? moment("since", draft.noticed, noticedAt(draft, now), now) : []),
    ...began(draft, now),
    ...text("name", draft.name),
    ...(behalf && !answerIn(draft.name) ? [{ field: "name", reason: "name" } as const] : []),
    ...reach(draft),
    ...(draft.national === "YES" ? moment("national", draft.nationalAt, momentOf(draft.nationalAt), now) : []),
    ...(draft.national === "YES" ? text("national", draft.nationalReference) : []),
  ];
  return begun ? faults.filter(({ field }) => ABOUT[field].some((part) => !same(draft[part], begun[part]))) : faults;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const text = (field: FaultyField, typed: string): Fault[] => (hasControl(typed) ? [{ field, reason: "control" }] : []);

function description(typed: string): Fault[] {
  const over = answerIn(typed).length - LONGEST_DESCRIPTION;
  return over > 0 ? [{ field: "description", reason: "description.long", n: over }] : [];
}

const noticed = ({ since }: Draft): boolean => since === "hour" || since === "earlier";

/** An hour that the clocks skip, or one that lies ahead. */
function moment(field: FaultyField, { day, time }: Moment, at: string | null, now: number): Fault[] {
  if (day && time && instantsInParis(day, time).length === 0) return [{ field, reason: "skipped" }];
  return at && Date.parse(at) > now + GRACE ? [{ field, reason: "future" }] : [];
}

function began(draft: Draft, now: number): Fault[] {
  const from = momentOf(draft.began);
  const faults = moment("began", draft.began, from, now);
  const seen = noticedAt(draft, now);
  if (faults.length > 0 || !from || !seen) return faults;
  return Date.parse(from) > Date.parse(seen) ? [{ field: "began", reason: "began" }] : [];
}

/** One way to reach the person is enough; what is given must work. */
function reach(draft: Draft): Fault[] {
  const [phone, email, other] = [draft.phone, draft.email, draft.outOfBandContact].map(answerIn);
  const read = phone ? readPhone(phone) : null;
  return [
    ...(read && "fault" in read ? [{ field: "phone", reason: read.fault, ...(read.n && { n: read.n }) } as const] : []),
    ...text("email", draft.email),
    ...(email && !MAIL.test(email) ? [{ field: "email", reason: "email" } as const] : []),
    ...text("outOfBandContact", draft.outOfBandContact),
    ...(phone || email || other ? [] : [{ field: "phone", reason: "phone.empty" } as const]),
  ];
}
