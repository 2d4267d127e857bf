import type { Answer, Answers, Channel } from "../../api/declarations";
import { parsed } from "../../api/json";
import { DeviceStore } from "../../kit/deviceStore";

/** Six things people see, in their words, and a way out. */
export const SENTENCES = ["files", "account", "intrusion", "leak", "outage", "telecom", "other"] as const;
export type Sentence = (typeof SENTENCES)[number];

/** When it was noticed. « Just now » is the moment of the touch, for an alert may leave later. */
export type Since = "now" | "hour" | "earlier";

export interface Moment {
  /** 2026-11-24 */
  day: string;
  /** 06:22, in Paris */
  time: string;
  /** Which one, of an hour that comes twice; nobody chose: the first. */
  turn: "" | "first" | "second";
}

/** What can be answered to a question of the form. */
type To<Question extends keyof Answers> = NonNullable<Answers[Question]>;
export type IncidentType = To<"incidentType">;
export type Origin = To<"origin">;
export type CareMode = To<"careMode">;
export type PatientHarm = To<"patientHarm">;
export type Scope = To<"scope">;
export type Support = To<"supportWanted">[number];
export type System = To<"affectedSystems">[number]["system"];
export type SystemState = To<"affectedSystems">[number]["state"];
export type DataState = NonNullable<To<"dataImpact">["integrity"]>;

/** What somebody has typed so far. Null: nobody answered; UNKNOWN: they do not know. */
export interface Draft {
  /** Sent twice under the same key, it is one declaration. */
  key: string;
  savedAt: string;
  channel: Channel | null;
  exercise: boolean;
  establishment: string | null;
  sentence: Sentence | null;
  incidentType: IncidentType | null;
  description: string;
  origin: Origin | null;
  since: Since | null;
  /** The instant at which « just now » was touched. */
  touchedAt: string | null;
  noticed: Moment;
  began: Moment;
  ongoing: Answer | null;
  careMode: CareMode | null;
  patientHarm: PatientHarm | null;
  vitalServiceDown: Answer | null;
  scope: Scope | null;
  systems: Partial<Record<System, SystemState>>;
  othersMayBeAffected: Answer | null;
  confidentiality: DataState | null;
  integrity: DataState | null;
  availability: DataState | null;
  personalData: Answer | null;
  support: Support[];
  national: Answer | null;
  nationalAt: Moment;
  nationalReference: string;
  name: string;
  function: string | null;
  phone: string;
  email: string;
  outOfBandContact: string;
  /** What a complement began with, as JSON: somebody else may have answered since. Nothing of a first declaration. */
  begun: string;
}

export const nowhen: Moment = { day: "", time: "", turn: "" };

export const emptyDraft = (key: string, savedAt: string): Draft => ({
  key,
  savedAt,
  channel: null,
  exercise: false,
  establishment: null,
  sentence: null,
  incidentType: null,
  description: "",
  origin: null,
  since: null,
  touchedAt: null,
  noticed: nowhen,
  began: nowhen,
  ongoing: null,
  careMode: null,
  patientHarm: null,
  vitalServiceDown: null,
  scope: null,
  systems: {},
  othersMayBeAffected: null,
  confidentiality: null,
  integrity: null,
  availability: null,
  personalData: null,
  support: [],
  national: null,
  nationalAt: nowhen,
  nationalReference: "",
  name: "",
  function: null,
  phone: "",
  email: "",
  outOfBandContact: "",
  begun: "",
});

const WEEK = 7 * 86_400_000;

/** Drafts live on this device, one per person and form, a week at most: a shared computer must not keep them for ever. */
export class Drafts extends DeviceStore<Draft | null> {
  constructor(storage: Storage) {
    super(storage, "pris.draft.", parse);
  }
}

function parse(text: string | null, now: number): Draft | null {
  if (text === null) return null;
  try {
    const stored = record(parsed(text));
    const { key, savedAt } = stored;
    if (typeof key !== "string" || typeof savedAt !== "string" || !(now - Date.parse(savedAt) <= WEEK)) return null;
    return filled(emptyDraft(key, savedAt), stored);
  } catch {
    return null;
  }
}

/** What the draft of a complement began with; null where it kept nothing that can be read. */
export function begunOf({ key, savedAt, begun }: Draft): Draft | null {
  try {
    return begun ? filled(emptyDraft(key, savedAt), record(parsed(begun))) : null;
  } catch {
    return null;
  }
}

/** A draft of an earlier build lacks what was added since; what is no answer to its question was not written by this form. */
const filled = (empty: Draft, stored: Record<string, unknown>): Draft =>
  Object.fromEntries(Object.entries(empty).map(([name, nothing]) => [name, fitted(nothing, stored[name]) ?? nothing])) as unknown as Draft;

const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** A value, where it is of the kind that the empty draft has in its place; its parts beside those that were added since. */
function fitted(empty: unknown, value: unknown): unknown {
  if (empty === null) return typeof value === "string" ? value : undefined;
  if (Array.isArray(empty)) return Array.isArray(value) && value.every((each) => typeof each === "string") ? value : undefined;
  if (typeof empty !== "object") return typeof value === typeof empty ? value : undefined;
  const parts = record(value);
  return value === parts && Object.values(parts).every((part) => typeof part === "string") ? { ...empty, ...parts } : undefined;
}
