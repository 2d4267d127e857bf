import type { Declaration } from "../../api/declarations";
import { spokenNumber } from "../../kit/phone";
import { answerIn } from "../../kit/text";
import { dayOf, instantsInParis, ms, timeOf } from "../../words/time";
import { answersOf } from "./body";
import { begunOf, type Draft, emptyDraft, type Moment, nowhen } from "./draft";
import { patchOf } from "./patch";

function momentOf(at: string | null | undefined): Moment {
  if (!at) return nowhen;
  const [day, time] = [dayOf(at), timeOf(at)];
  const second = instantsInParis(day, time)[1];
  return { day, time, turn: second && ms(second) <= ms(at) ? "second" : "" };
}

/** What is known so far, as the form shows it: a complement begins with the version before it. */
export function draftOf(d: Declaration): Partial<Draft> {
  return {
    channel: null,
    exercise: d.exercise,
    establishment: d.establishment.finess,
    incidentType: d.incidentType ?? null,
    description: d.description ?? "",
    origin: d.origin ?? null,
    since: d.discoveredAt ? "earlier" : null,
    noticed: momentOf(d.discoveredAt),
    began: momentOf(d.occurredAt),
    ongoing: d.ongoing ?? null,
    careMode: d.careMode ?? null,
    patientHarm: d.patientHarm ?? null,
    vitalServiceDown: d.vitalServiceDown ?? null,
    scope: d.scope ?? null,
    systems: Object.fromEntries((d.affectedSystems ?? []).map(({ system, state }) => [system, state])),
    othersMayBeAffected: d.othersMayBeAffected ?? null,
    confidentiality: d.dataImpact?.confidentiality ?? null,
    integrity: d.dataImpact?.integrity ?? null,
    availability: d.dataImpact?.availability ?? null,
    personalData: d.dataImpact?.personalData ?? null,
    support: d.supportWanted ?? [],
    national: d.nationalReport?.done ?? null,
    nationalAt: momentOf(d.nationalReport?.at),
    nationalReference: d.nationalReport?.reference ?? "",
    name: d.declarant?.name ?? "",
    function: d.declarant?.function ?? null,
    phone: spokenNumber(d.declarant?.phone ?? "").replaceAll("\u00a0", " "),
    email: d.declarant?.email ?? "",
    outOfBandContact: d.declarant?.outOfBandContact ?? "",
  };
}

/** A complement as it begins: it keeps what was known then, however long somebody writes. */
export const complementOf = (d: Declaration): Partial<Draft> => ({ ...draftOf(d), begun: JSON.stringify(draftOf(d)) });

/** What a complement changes of what it began with: what somebody else has answered meanwhile stays as they said it. */
export function changesOf(draft: Draft, d: Declaration, now: number) {
  const begun = begunOf(draft) ?? { ...emptyDraft("", ""), ...draftOf(d) };
  const before = answersOf(begun, now);
  const after = answersOf({ ...draft, name: answerIn(draft.name) || begun.name }, now);
  // once known, when it was noticed is corrected, never taken away: clocks run from there
  return patchOf(before, { ...after, discoveredAt: after.discoveredAt ?? before.discoveredAt });
}
