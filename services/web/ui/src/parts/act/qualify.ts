import type { DeadlineView, Severity, WholeCase } from "../../api/responder";
import { isSettled } from "../../kit/clock";
import { weight } from "../../kit/Severity";
import { graver, graverHarm, graverMode } from "./falls";
import type { Draft } from "./fields";

/** What is asked; severity and type have no « not known ». */
export const CRITERIA = { scope: ["CONTAINED", "EXTENDED"], impact: ["LOW", "HIGH"], urgency: ["LOW", "HIGH"] } as const;
export const QUESTIONS = [
  "scope",
  "impact",
  "urgency",
  "severity",
  "trend",
  "incidentType",
  "origin",
  "personalData",
  "patientHarm",
  "careMode",
  "_region",
  "_others",
] as const;
export type Question = (typeof QUESTIONS)[number];

const known = (value: string | null | undefined): string => (value && value !== "UNKNOWN" ? value : "");

/** What the declaration has answered already; nothing else is preselected, « not known » never is. */
export function draftOf(c: WholeCase): Draft {
  const { assessment, declared } = c;
  const qualified = !!c.severity;
  const first = declared[0];
  const { patientHarm, careMode } = knownOf(c, undefined);
  return {
    scope: known(assessment.scope),
    impact: known(assessment.impact),
    urgency: known(assessment.urgency),
    severity: "",
    trend: qualified ? c.trend : "",
    incidentType: c.incidentType === "UNDETERMINED" && !qualified ? "" : c.incidentType,
    origin: known(assessment.origin),
    personalData: known(assessment.personalData),
    patientHarm: known(patientHarm),
    careMode: known(careMode),
    _region: "",
    _others: known(first?.othersMayBeAffected),
    reason: "",
  };
}

/** An effect on the organisation of care, or on other establishments. */
export const significant = (draft: Draft): "yes" | "no" | "open" => {
  if (draft["_region"] === "YES" || draft["_others"] === "YES") return "yes";
  return draft["_region"] === "NO" && draft["_others"] === "NO" ? "no" : "open";
};

/** What is known of the stakes before this qualification: what was declared too, until a responder has said how care goes. */
export function knownOf(c: WholeCase, proposed: Severity | undefined) {
  const declared = c.care.at || c.severity ? [] : c.declared;
  return {
    patientHarm: declared.reduce((gravest, it) => graverHarm(gravest, it.patientHarm), c.patientHarm),
    careMode: declared.reduce((gravest, it) => graverMode(gravest, it.careMode), c.careMode),
    severity: graver(proposed, weight(c)),
  };
}

export const missing = (draft: Draft): Question[] => QUESTIONS.filter((question) => !draft[question]);

/** The request. */
export const qualification = (draft: Draft): Record<string, unknown> => ({
  ...Object.fromEntries(QUESTIONS.filter((name) => !name.startsWith("_")).map((name) => [name, draft[name]])),
  significant: significant(draft) === "yes",
  ...(draft["reason"]?.trim() && { reason: draft["reason"].trim() }),
});

/** What the service works out a proposal from. */
export const previewed = (draft: Draft): Record<string, string> => ({
  ...Object.fromEntries(
    ["scope", "impact", "urgency", "severity", "origin", "personalData", "patientHarm", "careMode"].map((name) => [
      name,
      draft[name] ?? "",
    ]),
  ),
  significant: String(significant(draft) === "yes"),
});

export type Effect = "runs" | "starts" | "assess" | "settled" | "off";
export interface ClockEffect {
  clock: DeadlineView;
  effect: Effect;
}

const ORDER: Effect[] = ["runs", "starts", "assess", "settled", "off"];
const KINDS = ["LEGAL", "TARGET", "INFORMATIVE"];

/** What the answers do to each clock, compared with how it stands; one for each regime, the nearest of several establishments. */
export function effects(before: readonly DeadlineView[], after: readonly DeadlineView[]): ClockEffect[] {
  const was = (clock: DeadlineView) => before.find((it) => it.regime === clock.regime && it.establishment === clock.establishment);
  const gone = before.filter((it) => !after.some((other) => other.regime === it.regime));
  const all = [
    ...after.map((clock) => ({ clock, effect: effectOf(clock, was(clock)) })),
    ...gone.map((clock) => ({ clock, effect: "off" as const })),
  ].sort(
    (a, b) =>
      KINDS.indexOf(a.clock.kind) - KINDS.indexOf(b.clock.kind) ||
      ORDER.indexOf(a.effect) - ORDER.indexOf(b.effect) ||
      (a.clock.dueAt ?? "9").localeCompare(b.clock.dueAt ?? "9"),
  );
  return all.filter((it, i) => all.findIndex((other) => other.clock.regime === it.clock.regime) === i);
}

function effectOf(clock: DeadlineView, was: DeadlineView | undefined): Effect {
  if (clock.status === "NOT_APPLICABLE") return "off";
  if (isSettled(clock)) return "settled";
  if (clock.status === "TO_ASSESS") return "assess";
  return was?.status === "RUNNING" || was?.status === "MISSED" ? "runs" : "starts";
}
