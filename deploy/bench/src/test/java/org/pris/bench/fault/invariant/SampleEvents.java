package org.pris.bench.fault.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What was told in {@link Sample}, each as topic, key and body. */
final class SampleEvents {

  static final String NOTED =
      """
      {"caseId": "%s", "kind": "FACT", "audience": "RESPONDERS", "tlp": "AMBER_STRICT",
       "occurredAt": "2026-11-24T08:00:00.120Z"}\
      """
          .formatted(Sample.CASE);

  static final String REGISTERED =
      """
      {"establishment": {"finess": "990000010", "legalEntity": "990000002", "department": "99",
        "name": "CH des essais"}, "profile": {"insured": "YES"}}\
      """;

  static final String ANCHORED =
      """
      {"anchor": "%s", "previousRoot": "00", "root": "a1", "heads": 1, "chains": [{"seq": 1}]}\
      """
          .formatted(Sample.ANCHOR);

  static final String ACCESS =
      """
      {"establishments": [{"finess": "990000010", "legalEntity": "990000002"}], "restricted": false,
       "people": [], "establishmentSide": "ALL", "establishmentPeople": []}\
      """;

  static final Set<String> GESTURES = Playbooks.ofTheProject().gestures("PHISHING");

  private SampleEvents() {}

  static String[] record(String topic, String id, String type, long version, String data) {
    var json =
        """
        {"id": "%s", "timestamp": "2026-11-24T08:00:00.120Z", "subject": "%s", "version": %d,
         "exercise": false, "type": "%s", "data": %s}\
        """
            .formatted(id, Sample.CASE, version, type, data);
    return new String[] {"pris." + topic, Sample.CASE, json};
  }

  /** About something that is no case. */
  static String[] about(String subject, String topic, String number, String type, String data) {
    var ofACase = record(topic, Sample.event(number), type, 1, data);
    return new String[] {ofACase[0], subject, ofACase[2].replace(Sample.CASE, subject)};
  }

  static String facts(long version, String description) {
    return """
    {"declaration": {"id": "%s", "reference": "DEC-2026-000001", "version": %d, "exercise": false,
      "establishment": {"finess": "990000010"}, "profile": {"insured": "YES"}, "channel": "PORTAL",
      "submittedAt": "2026-11-24T08:00:00Z", "description": "%s", "affectedSystems": [],
      "discoveredAt": "2026-11-24T06:40:00Z", "incidentType": "PHISHING", "scope": "EXTENDED",
      "careMode": "NORMAL", "patientHarm": "NONE", "origin": "MALICIOUS", "ongoing": null,
      "dataImpact": {"integrity": "INTACT", "personalData": null}}}\
    """
        .formatted(Sample.CASE, version, description);
  }

  static String theCase(long revision, String status) {
    return """
    {"theCase": {"id": "%s", "revision": %d, "reference": "PRIS-2026-000001", "status": "%s",
      "severity": null, "presumedSeverity": "MAJOR", "significant": false, "engagement": 0,
      "people": [], "deadlines": [], "affected": [], "absorbed": [], "exercise": false,
      "tlp": "AMBER",
      "changedAt": "2026-11-24T08:00:00.120Z", "incidentType": "PHISHING", "access": %s}}\
    """
        .formatted(Sample.CASE, revision, status, ACCESS);
  }

  static String laidOut() {
    return """
    {"engagement": 0, "playbook": "first-hour", "tasks": [%s],
     "progress": {"revision": 1, "engagements": [0], "openMandatory": 0, "impossible": 0,
       "phases": [{"phase": "CONTAINMENT", "total": %d, "done": 0, "openMandatory": 0}]}}\
    """
        .formatted(
            tasks(
                """
                {"id": "%s", "playbook": "first-hour", "key": "%s", "status": "TO_DO",
                 "title": "Gardez le message", "phase": "CONTAINMENT", "mandatory": false,
                 "audience": "ESTABLISHMENT", "assignees": ["responder1"],
                 "dueAt": "2026-11-24T10:00:00Z", "establishment": null}\
                """),
            GESTURES.size());
  }

  /** Each of the first hour, its id put into the form, then its key. */
  static String tasks(String form) {
    List<String> tasks = new ArrayList<>();
    for (var key : GESTURES) {
      tasks.add(form.formatted(Sample.TASK.substring(0, 35) + (tasks.size() + 1), key));
    }
    return String.join(",", tasks);
  }
}
