import type { Answers, DeclarationBody } from "../../api/declarations";
import { dayOf, inParis } from "../../words/time";
import type { Draft, IncidentType, Moment, Sentence, System } from "./draft";

/** The type that a sentence stands for until a responder sets it. */
const TYPE: Record<Sentence, IncidentType> = {
  files: "RANSOMWARE",
  account: "MAILBOX_COMPROMISE",
  intrusion: "SYSTEM_COMPROMISE",
  leak: "DATA_LEAK",
  outage: "PROVIDER_OUTAGE",
  telecom: "TELECOM_LOSS",
  other: "UNDETERMINED",
};

export const DESCRIPTION = { least: 20, most: 4_000 };

const DAY = 86_400_000;

/** A day and a time as an instant; nothing while one of them lacks. */
export const momentOf = ({ day, time }: Moment): string | null => (day && time ? inParis(day, time) : null);

/** When it was noticed. « Less than an hour ago » asks for the time alone: one that lies ahead was yesterday's, around midnight. */
export function noticedAt(draft: Draft, now: number): string | null {
  if (draft.since === "now") return draft.touchedAt;
  if (draft.since === "earlier") return momentOf(draft.noticed);
  if (draft.since !== "hour" || !draft.noticed.time) return null;
  const today = inParis(dayOf(now), draft.noticed.time);
  return Date.parse(today) - now > DAY / 2 ? inParis(dayOf(now - DAY), draft.noticed.time) : today;
}

/** Only what was answered: a question that nobody answered is absent, « do not know » is said. */
const answered = <T extends object>(parts: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null && value !== undefined && value !== "")) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

/** What is sent of a draft without faults. */
export const bodyOf = (draft: Draft, now: number): DeclarationBody => ({
  establishment: draft.establishment ?? "",
  channel: draft.channel ?? "PORTAL",
  exercise: draft.exercise,
  ...answersOf(draft, now),
});

/** The answers alone: a complement stays with its establishment. */
export function answersOf(draft: Draft, now: number): Answers {
  const systems = (Object.keys(draft.systems) as System[]).flatMap((system) => {
    const state = draft.systems[system];
    return state ? [{ system, state }] : [];
  });
  const data = answered({
    confidentiality: draft.confidentiality,
    integrity: draft.integrity,
    availability: draft.availability,
    personalData: draft.personalData,
  });
  return {
    declarant: {
      name: draft.name.trim(),
      ...answered({
        function: draft.function,
        phone: international(draft.phone),
        email: draft.email.trim(),
        outOfBandContact: draft.outOfBandContact.trim(),
      }),
    },
    discoveredAt: noticedAt(draft, now) ?? "",
    description: draft.description.trim(),
    ...answered({
      occurredAt: momentOf(draft.began),
      ongoing: draft.ongoing,
      incidentType: draft.incidentType ?? (draft.sentence && TYPE[draft.sentence]),
      origin: draft.origin,
      scope: draft.scope,
      patientHarm: draft.patientHarm,
      careMode: draft.careMode,
      vitalServiceDown: draft.vitalServiceDown,
      othersMayBeAffected: draft.othersMayBeAffected,
    }),
    ...(systems.length > 0 && { affectedSystems: systems }),
    ...(Object.keys(data).length > 0 && { dataImpact: data }),
    ...(draft.support.length > 0 && { supportWanted: draft.support }),
    ...(draft.national && {
      nationalReport: {
        done: draft.national,
        ...(draft.national === "YES" && answered({ at: momentOf(draft.nationalAt), reference: draft.nationalReference.trim() })),
      },
    }),
  };
}

const digitsOf = (phone: string): string => phone.replace(/^\+33\s?\(?0?\)?/, "0").replace(/\D/g, "");

/** How many digits lack (or are too many, below 0) in a French number; a foreign one is taken as it is. */
export const missingDigits = (phone: string): number => (/^\s*\+(?!33)/.test(phone) ? 0 : 10 - digitsOf(phone).length);

/** +33639980000, as it is stored and dialled. */
export function international(phone: string): string {
  const typed = phone.trim();
  if (!typed) return "";
  return /^\+(?!33)/.test(typed) ? `+${typed.replace(/\D/g, "")}` : `+33${digitsOf(typed).slice(1)}`;
}
