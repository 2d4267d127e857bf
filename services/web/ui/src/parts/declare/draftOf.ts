import type { Declaration } from "../../api/declarations";
import { spokenNumber } from "../../kit/phone";
import { dayOf, timeOf } from "../../words/time";
import { answersOf } from "./body";
import { begunOf, type Draft, emptyDraft, type Moment } from "./draft";
import { patchOf } from "./patch";

const momentOf = (at: string | null | undefined): Moment => (at ? { day: dayOf(at), time: timeOf(at) } : { day: "", time: "" });

/** What is known so far, as the form shows it: a complement begins with the version before it. */
export function draftOf(d: Declaration): Partial<Draft> {
  return {
    channel: null,
    exercise: d.exercise,
    establishment: d.establishment.finess,
    incidentType: d.incidentType ?? null,
    description: d.description ?? "",
    origin: d.origin ?? null,
    since: "earlier",
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
export const changesOf = (draft: Draft, d: Declaration, now: number) =>
  patchOf(answersOf(begunOf(draft) ?? { ...emptyDraft("", ""), ...draftOf(d) }, now), answersOf(draft, now));
