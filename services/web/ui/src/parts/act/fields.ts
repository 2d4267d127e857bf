import type { Action, AllowedAction, WholeCase } from "../../api/responder";

/** What is typed, by the name of the field in the request: `accepted.by`. A name that begins with _ is the form's own question. */
export type Draft = Readonly<Record<string, string>>;

interface Asking {
  draft: Draft;
  theCase: WholeCase;
  allowed: AllowedAction;
  /** Whether the person leads; others may engage by an emergency authorisation alone. */
  leads: boolean;
}

export interface Field {
  name: string;
  kind: "text" | "line" | "choice" | "case" | "person" | "past" | "future";
  codes?: readonly string[];
  optional?: (asking: Asking) => boolean;
  when?: (asking: Asking) => boolean;
  hint?: true;
  most?: number;
}

const always = () => true;
const text = (name: string, more: Partial<Field> = {}): Field => ({ name, kind: "text", most: 4_000, ...more });
const waiver = text("waiver", { when: ({ allowed }) => !allowed.allowed && allowed.waivable });
const answered =
  (name: string, value: string) =>
  ({ draft }: Asking): boolean =>
    draft[name] === value;
const emergency = ({ draft, leads }: Asking): boolean => !leads || draft["_ground"] === "emergency";
const inEmergency = (name: string, more: Partial<Field> = {}): Field => ({
  name: `emergencyAuthorisation.${name}`,
  kind: "line",
  most: 200,
  when: emergency,
  ...more,
});

/** What each transition asks, beside its action and version; `qualify` has a form of its own. */
export const FIELDS: Record<Action, readonly Field[]> = {
  take: [],
  qualify: [],
  reject: [
    { name: "reason", kind: "choice", codes: ["NOT_AN_INCIDENT", "OUT_OF_SCOPE", "TEST", "INSUFFICIENT_DATA", "FALSE_ALARM", "OTHER"] },
    text("comment", { hint: true }),
  ],
  merge: [{ name: "into", kind: "case", hint: true }],
  unmerge: [text("reason")],
  redirect: [
    { name: "recipient", kind: "line", most: 200, hint: true },
    { name: "_how", kind: "choice", codes: ["accepted", "call"] },
    { name: "accepted.by", kind: "line", most: 200, when: answered("_how", "accepted") },
    { name: "accepted.at", kind: "past", when: answered("_how", "accepted") },
    { name: "call.number", kind: "line", most: 40, when: answered("_how", "call") },
    { name: "call.at", kind: "past", when: answered("_how", "call") },
  ],
  engage: [
    { name: "lead", kind: "person", hint: true, optional: ({ theCase }) => !!theCase.lead },
    { name: "_ground", kind: "choice", codes: ["agreement", "emergency"], when: ({ leads }) => leads },
    { name: "agreement", kind: "line", most: 200, when: (asking) => asking.leads && answered("_ground", "agreement")(asking) },
    inEmergency("name"),
    inEmergency("function"),
    inEmergency("number", { most: 40, hint: true }),
    inEmergency("scope", { kind: "text", most: 4_000 }),
    inEmergency("at", { kind: "past", hint: true }),
  ],
  advise: [text("advice")],
  escalate: [text("reason")],
  monitor: [waiver],
  disengage: [
    { name: "reason", kind: "choice", codes: ["FALSE_ALARM", "INSURER_PROVIDER", "ANSSI_TAKES_OVER", "DIRECTOR_DECLINES", "OTHER"] },
    text("handover", { hint: true }),
  ],
  relapse: [text("reason")],
  report: [waiver],
  close: [
    {
      name: "rootCause",
      kind: "choice",
      codes: ["MALICIOUS_ACTION", "SYSTEM_FAILURE", "HUMAN_ERROR", "NATURAL_PHENOMENON", "THIRD_PARTY_FAILURE", "UNKNOWN"],
    },
    text("summary", { optional: always }),
    { name: "_lessons", kind: "choice", codes: ["given", "refused"], optional: ({ theCase }) => theCase.status === "ADVISED" },
    text("lessons", { when: answered("_lessons", "given") }),
    text("lessonsRefused", { when: answered("_lessons", "refused") }),
  ],
  hold: [text("reason"), { name: "until", kind: "future" }],
  resume: [],
  reopen: [{ name: "to", kind: "choice", when: ({ allowed }) => allowed.to.length > 1 }, text("reason")],
};

export const shownFields = (action: Action, asking: Asking): Field[] => FIELDS[action].filter((field) => field.when?.(asking) ?? true);

export type FaultWord = "missing" | "missing.choice" | "future" | "past";
const CLOCKS_DIFFER = 60_000;

/** What stops the form, by field: what lacks, and times on the wrong side of now. */
export function faultsOf(action: Action, asking: Asking, now: number): Record<string, FaultWord> {
  const faults: Record<string, FaultWord> = {};
  for (const field of shownFields(action, asking)) {
    const value = (asking.draft[field.name] ?? "").trim();
    if (!value) {
      if (!field.optional?.(asking)) faults[field.name] = field.kind === "choice" || field.kind === "case" ? "missing.choice" : "missing";
    } else if (field.kind === "past" && Date.parse(value) > now + CLOCKS_DIFFER) faults[field.name] = "future";
    else if (field.kind === "future" && Date.parse(value) <= now) faults[field.name] = "past";
  }
  return faults;
}

/** The request: what is shown and filled in, `accepted.by` inside `accepted`. */
export function bodyOf(action: Action, asking: Asking): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const { name } of shownFields(action, asking)) {
    const value = (asking.draft[name] ?? "").trim();
    if (!value || name.startsWith("_")) continue;
    const [outer = name, inner] = name.split(".");
    if (inner === undefined) body[outer] = value;
    else body[outer] = { ...(body[outer] as object | undefined), [inner]: value };
  }
  return body;
}
