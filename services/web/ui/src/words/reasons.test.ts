import { describe, expect, it } from "vitest";
import en from "./reason.en.json";
import fr from "./reason.fr.json";

/** Every code that a service gives as a reason. One that is added there is added here, with its words. */
const CODES = [
  // triage: transitions and edits
  "ACCEPTANCE_OR_CALL_NEEDED",
  "ACCESS_DIFFERS",
  "AGREEMENT_OR_EMERGENCY_AUTHORISATION_NEEDED",
  "ALREADY_AFFECTED",
  "CARE_STILL_DEGRADED",
  "CASE_NOT_OPEN",
  "LEAD_NEEDED",
  "LEAD_NEEDED_ABOVE_MINOR",
  "LEAD_OR_EMERGENCY_NEEDED",
  "LEGAL_DEADLINE_OPEN",
  "LESSONS_OR_REFUSAL_NEEDED",
  "LOWER_SEVERITY_NEEDS_REASON",
  "MANDATORY_TASKS_OPEN",
  "MERGE_INTO_ITSELF",
  "MERGE_UNDER_WAY",
  "MET_AFTER_ITS_HOUR",
  "MET_IN_TIME",
  "NEVER_BEEN",
  "NOT_ADMITTED",
  "NOT_FROM_THIS_STATUS",
  "OTHER_LEGAL_ENTITY",
  "ROLE_NEEDED",
  "TARGET_ABSORBED_TOO_MANY",
  "TARGET_MERGE_UNDER_WAY",
  "TARGET_NOT_OPEN",
  "TASKS_NOT_LAID_OUT",
  "TOO_MANY_AFFECTED",
  "ADMITTED_ALREADY",
  "CARE_MODE_FALL_NEEDS_REASON",
  "CASE_TOO_LARGE",
  "ESTABLISHMENTS_DIFFER",
  "EXERCISE_DIFFERS",
  "LAST_PERSON",
  "NOT_AFFECTED",
  "PATIENT_HARM_FALL_NEEDS_REASON",
  "SEVERITY_FALL_NEEDS_REASON",
  "TOO_MANY_ADMITTED",
  // triage: why a severity is proposed or presumed
  "CARE_INTERRUPTED",
  "CONTAINED_AND_HARMLESS",
  "CRITERION_HIGH.IMPACT",
  "CRITERION_HIGH.SCOPE",
  "CRITERION_HIGH.URGENCY",
  "CRITERION_UNKNOWN.IMPACT",
  "CRITERION_UNKNOWN.SCOPE",
  "CRITERION_UNKNOWN.URGENCY",
  "DESTRUCTIVE_AND_CARE_DEGRADED",
  "EXTENDED_AND_CARE_DEGRADED",
  "NOT_YET_KNOWN_TO_BE_HARMLESS",
  "NO_CRITERION_HIGH",
  "PATIENT_HARM_POTENTIAL_AND_VITAL_SERVICE_DOWN",
  "PATIENT_HARM_PROVEN",
  "RANSOMWARE_EXTENDED",
  "VITAL_SERVICE_DOWN",
  // remediation
  "DEPENDENCY_OPEN",
  "EVIDENCE_MISSING",
  "GATE_CLOSED",
  "NOT_A_GESTURE",
  "NOT_ON_THE_CASE",
  "PLAN_FULL",
  "TASK_STATUS",
  // timeline; those of notification are worded with its page
  "already-redacted",
  "redaction-stays",
];

describe("the reasons of the services", () => {
  it.each(["fr", "en"])("have words in %s, each of them", (language) => {
    const words: Record<string, string> = language === "fr" ? fr : en;
    expect(CODES.filter((code) => !words[`reason.${code}`])).toEqual([]);
  });
});
