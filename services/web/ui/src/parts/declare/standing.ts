import type { OwnCase } from "../../api/cases";
import { ms } from "../../words/time";
import type { Say } from "../../words/useWords";

type Facts = Pick<OwnCase, "status" | "severity" | "care" | "deadlines">;

/** Where a state sounds as if care were well again: whether it is, is said beside it. */
const SOUNDS_WELL = new Set<OwnCase["status"]>(["MONITORING", "REPORTING", "CLOSED"]);
const SEVERITY_TO_COME = new Set<OwnCase["status"]>(["RECEIVED", "IN_TRIAGE"]);

/** When the call that we promised was due, where it is over and nobody has noted the call. */
export function lateCall({ deadlines }: Pick<Facts, "deadlines">, now: number): string | undefined {
  const call = deadlines.find((it) => it.regime === "FIRST_CONTACT" && (it.status === "RUNNING" || it.status === "MISSED"));
  return call?.dueAt && ms(call.dueAt) <= now ? call.dueAt : undefined;
}

/** How care stands as a whole: a line that is worse than the mode of the house counts. */
export function careOf({ careMode, lines }: OwnCase["care"]): OwnCase["care"]["careMode"] {
  const states = new Set(lines.map((it) => it.state));
  if (careMode === "INTERRUPTED" || states.has("STOPPED") || states.has("DIVERTED")) return "INTERRUPTED";
  if (careMode === "DEGRADED" || states.has("DEGRADED")) return "DEGRADED";
  return careMode === "UNKNOWN" || states.has("UNKNOWN") ? "UNKNOWN" : "NORMAL";
}

/** What a case's establishment is told of it: what its state means, and beside it only what is known. A state alone says nothing of care. */
export function sentencesOf(c: Facts, now: number, { t, code, before }: Pick<Say, "t" | "code" | "before">): string[] {
  const late = SEVERITY_TO_COME.has(c.status) && lateCall(c, now);
  return [
    code("own.state", `${c.status}.detail`),
    ...(SEVERITY_TO_COME.has(c.status) && !c.severity ? [t("own.fact.severity")] : []),
    ...(late ? [t("own.fact.call", { before: before(late, now) })] : []),
    ...(SOUNDS_WELL.has(c.status) ? [t(`own.fact.care.${careOf(c.care)}`)] : []),
  ];
}
