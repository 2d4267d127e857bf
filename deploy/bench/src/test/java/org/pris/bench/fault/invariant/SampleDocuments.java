package org.pris.bench.fault.invariant;

import org.bson.Document;

/** What is stored in {@link Sample}. */
final class SampleDocuments {

  private SampleDocuments() {}

  static Document version(long number, String description) {
    return Document.parse(
        """
        {"number": %d, "answers": {"description": "%s", "incidentType": "PHISHING",
         "discoveredAt": {"$date": "2026-11-24T06:40:00Z"}, "scope": "EXTENDED",
         "careMode": "NORMAL", "patientHarm": "NONE", "origin": "MALICIOUS",
         "dataImpact": {"integrity": "INTACT"}}}
        """
            .formatted(number, description));
  }

  static Document declaration() {
    var declaration =
        Document.parse(
            """
            {"_id": "%s", "revision": 1, "reference": "DEC-2026-000001", "exercise": false,
             "establishment": {"finess": "990000010"}, "submitted": {"channel": "PORTAL"},
             "submittedAt": {"$date": "2026-11-24T08:00:00Z"},
             "theCase": {"revision": 2, "status": "IN_TRIAGE", "access": %s}}
            """
                .formatted(Sample.CASE, SampleEvents.ACCESS));
    return declaration.append("current", version(1, "postes chiffrés"));
  }

  static Document authored(String id, String type) {
    return new Document("_id", id)
        .append("revision", 1L)
        .append("line", Document.parse(SampleEvents.NOTED).append("type", type));
  }

  static Document establishment() {
    return Document.parse(
        """
        {"_id": "%s", "revision": 1, "line": {"finess": "990000010", "legalEntity": "990000002",
         "name": "CH des essais", "department": "99", "insured": "YES", "switchboard": "15"}}
        """
            .formatted(Sample.SITE));
  }

  static Document anchor() {
    return Document.parse(
        """
        {"_id": "%s", "revision": 1, "number": 1, "previousRoot": "00", "root": "a1",
         "heads": [{"seq": 1}], "at": {"$date": "2024-01-01T00:00:00Z"}}
        """
            .formatted(Sample.ANCHOR));
  }

  static Document storedCase() {
    return Document.parse(
        """
        {"_id": "%s", "revision": 2, "reference": "PRIS-2026-000001", "exercise": false,
         "course": {"status": "IN_TRIAGE", "engagement": 0},
         "assessment": {"incidentType": "PHISHING", "presumed": "MAJOR", "significant": false}, "team": {"people": []},
         "affected": [], "deadlines": [], "access": %s,
         "changedAt": {"$date": "2026-11-24T08:00:00.120Z"},
         "tasks": {"revision": 1, "engagements": [0], "openMandatory": 0, "impossible": 0,
           "phases": [{"phase": "CONTAINMENT", "total": %d, "done": 0, "openMandatory": 0}]}}
        """
            .formatted(Sample.CASE, SampleEvents.ACCESS, SampleEvents.GESTURES.size()));
  }

  static Document plan() {
    return Document.parse(
        """
        {"_id": "%s", "revision": 1, "theCase": {"revision": 2, "engagement": 0},
         "layings": [{"engagement": 0, "playbook": "first-hour"}],
         "tasks": [%s]}
        """
            .formatted(
                Sample.CASE,
                SampleEvents.tasks(
                    """
                    {"_id": "%s", "playbook": "first-hour", "key": "%s", "status": "TO_DO",
                     "assignees": ["responder1"], "dueAt": {"$date": "2026-11-24T10:00:00Z"},
                     "instructions": {"phase": "CONTAINMENT", "priority": "DEFERRABLE",
                       "title": {"fr": "Gardez le message"}, "audience": "ESTABLISHMENT"}}\
                    """)));
  }
}
