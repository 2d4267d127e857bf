import { DESCRIPTION, missingDigits, momentOf, noticedAt } from "./body";
import type { Draft, Moment } from "./draft";

/** A field that stops the sending, and why: the word key of the reason with its number. */
export interface Fault {
  field: FaultyField;
  reason: FaultReason;
  n?: number;
}

export type FaultyField = "channel" | "establishment" | "description" | "since" | "began" | "national" | "name" | "phone" | "email";
export type FaultReason =
  | "channel"
  | "establishment"
  | "description"
  | "description.long"
  | "since"
  | "since.time"
  | "since.day"
  | "future"
  | "began"
  | "began.day"
  | "began.time"
  | "name"
  | "phone.empty"
  | "phone.short"
  | "phone.long"
  | "email";

/** A minute of grace: a phone's clock and ours differ. */
const GRACE = 60_000;
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

/** What stops a draft from being sent, in the order of the page. Little does: nobody knows much in the first hour. */
export function faultsOf(draft: Draft, now: number, behalf: boolean): Fault[] {
  return [
    ...(behalf && !draft.channel ? [{ field: "channel", reason: "channel" } as const] : []),
    ...(draft.establishment ? [] : [{ field: "establishment", reason: "establishment" } as const]),
    ...description(draft.description),
    ...since(draft, now),
    ...began(draft, now),
    ...(draft.name.trim() ? [] : [{ field: "name", reason: "name" } as const]),
    ...reach(draft),
    ...(draft.national === "YES" ? moment("national", draft.nationalAt, now) : []),
  ];
}

function description(typed: string): Fault[] {
  const length = typed.trim().length;
  if (length < DESCRIPTION.least) return [{ field: "description", reason: "description", n: DESCRIPTION.least - length }];
  return length > DESCRIPTION.most ? [{ field: "description", reason: "description.long", n: length - DESCRIPTION.most }] : [];
}

function since(draft: Draft, now: number): Fault[] {
  if (!draft.since) return [{ field: "since", reason: "since" }];
  if (draft.since === "earlier" && !draft.noticed.day) return [{ field: "since", reason: "since.day" }];
  const at = noticedAt(draft, now);
  if (!at) return [{ field: "since", reason: "since.time" }];
  return Date.parse(at) > now + GRACE ? [{ field: "since", reason: "future" }] : [];
}

function began(draft: Draft, now: number): Fault[] {
  const faults = moment("began", draft.began, now);
  const from = momentOf(draft.began);
  const noticed = noticedAt(draft, now);
  if (faults.length > 0 || !from || !noticed) return faults;
  return Date.parse(from) > Date.parse(noticed) ? [{ field: "began", reason: "began" }] : [];
}

/** A day without a time, or the reverse, was meant to be a moment. */
function moment(field: FaultyField, { day, time }: Moment, now: number): Fault[] {
  if (!day && !time) return [];
  if (!day) return [{ field, reason: "began.day" }];
  if (!time) return [{ field, reason: "began.time" }];
  return Date.parse(momentOf({ day, time }) ?? "") > now + GRACE ? [{ field, reason: "future" }] : [];
}

/** One way to reach the person is enough; what is given must work. */
function reach(draft: Draft): Fault[] {
  const faults: Fault[] = [];
  const missing = draft.phone.trim() ? missingDigits(draft.phone) : 0;
  if (missing > 0) faults.push({ field: "phone", reason: "phone.short", n: missing });
  if (missing < 0) faults.push({ field: "phone", reason: "phone.long" });
  if (draft.email.trim() && !MAIL.test(draft.email.trim())) faults.push({ field: "email", reason: "email" });
  if (!draft.phone.trim() && !draft.email.trim() && !draft.outOfBandContact.trim()) faults.push({ field: "phone", reason: "phone.empty" });
  return faults;
}
