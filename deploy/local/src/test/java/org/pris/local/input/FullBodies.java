package org.pris.local.input;

import java.util.List;
import java.util.stream.Stream;
import org.pris.local.client.Declared;
import org.pris.local.client.Expectation;

/** For each operation bodies that are right in form, in which every field is said. */
final class FullBodies {

  private static final String CARE =
      """
      {"version": 1, "patientHarm": "NONE", "careMode": "DEGRADED", "plannedWhite": false,
       "cancelledOperations": 1, "transfers": 1,
       "lines": [{"line": "SURGERY", "state": "DEGRADED", "since": "2026-01-01T00:00:00Z",
                  "expectedReturn": "2026-01-02T00:00:00Z", "divertedTo": "990000028"}]}
      """;

  private static final String ACCESS =
      """
      {"version": 1, "restricted": true, "people": ["lead1"], "establishmentSide": "NAMED",
       "establishmentPeople": ["declarant1"], "reason": "x"}
      """;

  private static final String DEADLINE =
      """
      {"version": 1, "establishment": "990000010", "regime": "GDPR_33", "status": "MET",
       "at": "2026-01-01T00:00:00Z", "reference": "x", "reason": "x", "partial": true}
      """;

  private static final String TASK =
      """
      {"title": "x", "what": "x", "phase": "CARE", "priority": "DEFERRABLE",
       "audience": "ESTABLISHMENT", "establishment": "990000010", "dueAt": "2026-01-01T00:00:00Z"}
      """;

  private static final String NOTE =
      """
      {"kind": "FACT", "occurredAt": "2026-01-01T00:00:00Z", "text": "x", "tlp": "AMBER",
       "audience": "RESPONDERS", "corrects": 1, "side": "ATTACKER", "technique": "T1021.002",
       "confidence": "CERTAIN"}
      """;

  private static final String WEBHOOK =
      """
      {"url": "https://ars.example/hook", "description": "x", "events": ["case.taken"],
       "departments": ["2A"], "minimumSeverity": "MAJOR", "exercise": true, "paused": true}
      """;

  private FullBodies() {}

  static List<String> of(String operation) {
    return switch (operation) {
      case "POST /api/declarations" ->
          List.of(Declared.body(Declared.NORD_BEAUJOUR).replace("{\"done\": \"NO\"}", REPORTED));
      case "POST /api/declarations/{id}/complements" ->
          List.of(
              Declared.body(Declared.NORD_BEAUJOUR)
                  .replace("{\"done\": \"NO\"}", REPORTED)
                  .replaceFirst("\\{", "{\"version\": 1, "));
      case "POST /api/cases" ->
          List.of(
              Expectation.body(operation)
                  .strip()
                  .replaceFirst("\\{", "{\"incidentType\": \"PHISHING\", \"exercise\": true, "));
      case "POST /api/cases/{id}/transitions" -> transitions();
      case "POST /api/cases/{id}/care" -> List.of(CARE);
      case "POST /api/cases/{id}/assignees" ->
          List.of("{\"version\": 1, \"people\": [\"lead1\"], \"lead\": \"lead1\"}");
      case "POST /api/cases/{id}/access" -> List.of(ACCESS);
      case "POST /api/cases/{id}/deadlines" -> List.of(DEADLINE);
      case "POST /api/cases/{id}/tasks" -> List.of(TASK);
      case "POST /api/cases/{id}/timeline" -> List.of(NOTE);
      case "POST /api/tasks/{id}/transitions" -> steps();
      case "POST /api/tasks/{id}/assignees" ->
          List.of("{\"version\": 99, \"assignees\": [\"00000000-0000-4000-8000-000000000000\"]}");
      case "POST /api/tasks/{id}/due" ->
          List.of("{\"version\": 99, \"dueAt\": \"2026-01-01T00:00:00Z\"}");
      case "POST /api/webhooks", "PATCH /api/webhooks/{id}" -> List.of(WEBHOOK);
      case "POST /api/webhooks/{id}/replay" ->
          List.of(Expectation.body(operation).replaceFirst("\\{", "{\"dryRun\": true, "));
      default -> List.of(Expectation.body(operation));
    };
  }

  private static final String REPORTED =
      "{\"done\": \"YES\", \"at\": \"2026-01-01T00:00:00Z\", \"reference\": \"x\"}";

  /** Each action of a case, as {@code CaseCommand} in triage has them. */
  private static List<String> transitions() {
    var at = "\"at\": \"2026-01-01T00:00:00Z\"";
    return actions(
        1,
        "take",
        "qualify " + Declared.QUALIFICATION,
        "reject \"reason\": \"TEST\", \"comment\": \"x\"",
        "merge \"into\": \"00000000-0000-4000-8000-000000000000\"",
        "unmerge \"reason\": \"x\"",
        "redirect \"recipient\": \"x\", \"accepted\": {\"by\": \"x\", "
            + at
            + "}, \"call\": {\"number\": \"x\", "
            + at
            + "}",
        "engage \"lead\": \"lead1\", \"agreement\": \"x\", \"emergencyAuthorisation\": {\"name\":"
            + " \"x\", \"function\": \"x\", \"number\": \"x\", \"scope\": \"x\", "
            + at
            + "}",
        "advise \"advice\": \"x\"",
        "escalate \"reason\": \"x\"",
        "monitor \"waiver\": \"x\"",
        "disengage \"reason\": \"OTHER\", \"handover\": \"x\"",
        "relapse \"reason\": \"x\"",
        "report \"waiver\": \"x\"",
        "close \"rootCause\": \"UNKNOWN\", \"summary\": \"x\", \"lessons\": \"x\","
            + " \"lessonsRefused\": \"x\"",
        "hold \"reason\": \"x\", \"until\": \"2199-01-01T00:00:00Z\"",
        "resume",
        "reopen \"reason\": \"x\", \"to\": \"IN_TRIAGE\"");
  }

  /** Each action of a task, as {@code TaskCommand} in remediation has them. */
  private static List<String> steps() {
    return actions(
        99,
        "start",
        "block \"reason\": \"x\"",
        "complete \"note\": \"x\"",
        "waive \"reason\": \"x\"",
        "reopen \"reason\": \"x\"",
        "answer \"answer\": \"DONE\", \"at\": \"2026-01-01T00:00:00Z\"");
  }

  private static List<String> actions(int version, String... actions) {
    return Stream.of(actions)
        .map(it -> it.split(" ", 2))
        .map(it ->
            "{\"action\": \"%s\", \"version\": %d%s}"
                .formatted(it[0], version, it.length == 1 ? "" : ", " + it[1]))
        .toList();
  }
}
