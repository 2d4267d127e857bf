import type { Answers, DeclarationBody } from "../../api/declarations";
import { answerIn } from "../../kit/text";
import { dayOf, instantsInParis, ms } from "../../words/time";
import type { Draft, IncidentType, Moment, Sentence, System } from "./draft";
import { readPhone } from "./phones";

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

export const LONGEST_DESCRIPTION = 4_000;

const DAY = 86_400_000;

/** A day and a time as an instant; nothing while one of them lacks, or where the clocks skip that hour. */
export function momentOf({ day, time, turn }: Moment): string | null {
  const [first, second] = instantsInParis(day, time);
  return (turn === "second" ? second : undefined) ?? first ?? null;
}

/** When it was noticed. « Less than an hour ago » asks for the time alone: the last one, also yesterday's around midnight. */
export function noticedAt(draft: Draft, now: number): string | null {
  if (draft.since === "now") return draft.touchedAt;
  if (draft.since === "earlier") return momentOf(draft.noticed);
  if (draft.since !== "hour") return null;
  const today = instantsInParis(dayOf(now), draft.noticed.time);
  const recent = [...instantsInParis(dayOf(now - DAY), draft.noticed.time), ...today].findLast((at) => ms(at) <= now);
  return recent && now - ms(recent) < DAY / 2 ? recent : (today[0] ?? null);
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
    declarant: answered({
      name: answerIn(draft.name),
      function: draft.function,
      phone: phoneOf(draft.phone),
      email: answerIn(draft.email),
      outOfBandContact: answerIn(draft.outOfBandContact),
    }),
    ...answered({
      discoveredAt: noticedAt(draft, now),
      description: answerIn(draft.description),
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
        ...(draft.national === "YES" && answered({ at: momentOf(draft.nationalAt), reference: answerIn(draft.nationalReference) })),
      },
    }),
  };
}

/** As it is stored and dialled. What cannot be read stays as it is: a complement does not change what nobody touched. */
function phoneOf(typed: string): string {
  const answer = answerIn(typed);
  const read = answer ? readPhone(answer) : null;
  return read && "number" in read ? read.number : answer;
}
