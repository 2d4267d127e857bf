import type { Declaration } from "../../api/declarations";
import { spokenNumber } from "../../kit/phone";
import { dayOf, timeOf } from "../../words/time";
import type { Draft, Moment } from "./draft";

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
