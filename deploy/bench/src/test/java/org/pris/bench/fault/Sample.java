package org.pris.bench.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bson.Document;

/**
 * A system of one case in which all is well, as it would be read from outside; a test breaks one
 * thing of it and sees that it is found.
 */
final class Sample {

  static final String CASE = "c0000000-0000-4000-8000-000000000001";
  static final String TASK = "70000000-0000-4000-8000-000000000001";
  static final String NOTE = event("4");

  static final String SITE = "50000000-0000-4000-8000-000000000001";
  static final String ANCHOR = "a0000000-0000-4000-8000-000000000001";

  static final String NOTED =
      """
      {"caseId": "%s", "kind": "FACT", "audience": "RESPONDERS", "tlp": "AMBER_STRICT",
       "occurredAt": "2026-11-24T08:00:00.120Z"}\
      """
          .formatted(CASE);

  private static final Set<String> GESTURES = Playbooks.ofTheProject().gestures("PHISHING");

  private static final String REGISTERED =
      """
      {"establishment": {"finess": "990000010", "legalEntity": "990000002", "department": "99",
        "name": "CH des essais"}, "profile": {"insured": "YES"}}\
      """;

  private static final String ANCHORED =
      """
      {"anchor": "%s", "previousRoot": "00", "root": "a1", "heads": 1}\
      """
          .formatted(ANCHOR);

  private static final String ACCESS =
      """
      {"establishments": [{"finess": "990000010", "legalEntity": "990000002"}], "restricted": false,
       "people": [], "establishmentSide": "ALL", "establishmentPeople": []}\
      """;

  final Ledger ledger = new Ledger();

  /** Topic, key and body of each record. */
  final List<String[]> records = new ArrayList<>();

  final List<String> deadLetters = new ArrayList<>();

  final List<Document> declarations = new ArrayList<>();

  final List<Document> versions = new ArrayList<>();

  final List<Document> establishments = new ArrayList<>();

  final List<Document> cases = new ArrayList<>();

  final List<Document> plans = new ArrayList<>();

  final Map<String, List<Document>> access = new HashMap<>();

  final List<Document> authored = new ArrayList<>();

  final List<Document> anchors = new ArrayList<>();

  final List<Document> entries = new ArrayList<>();

  final Map<String, Document> contents = new HashMap<>();

  final Map<String, Document> ends = new HashMap<>();

  final Map<String, Long> pending = new HashMap<>(Map.of("triage.cases", 0L));

  final List<Receipts.Attempt> receipts = new ArrayList<>();

  Sample() {
    ledger.declared("key-1", CASE, "DEC-2026-000001");
    ledger.noted(CASE, NOTE);
    records.add(
        record(
            "declarations",
            event("1"),
            "declaration.submitted.v1",
            1,
            facts(1, "postes chiffrés")));
    records.add(record("cases", event("2"), "case.opened.v1", 1, theCase(1, "RECEIVED")));
    records.add(record("cases", event("3"), "case.taken.v1", 2, theCase(2, "IN_TRIAGE")));
    records.add(record("tasks", event("5"), "tasks.laid-out.v1", 1, laidOut()));
    records.add(record("timeline", NOTE, "note.written.v1", 1, NOTED));
    records.add(about(SITE, "declarations", "b", "establishment.registered.v1", REGISTERED));
    records.add(about(ANCHOR, "timeline", "a", "timeline.anchored.v1", ANCHORED));
    authored.add(authored(NOTE, "note.written.v1"));
    establishments.add(establishment());
    anchors.add(anchor());
    declarations.add(declaration());
    cases.add(storedCase());
    plans.add(plan());
    for (var service : List.of("remediation", "timeline")) {
      var row = new Document("_id", CASE).append("revision", 2L);
      access.put(service, new ArrayList<>(List.of(row.append("access", Document.parse(ACCESS)))));
    }
    for (var id : List.of("1", "2", "5", "3", "4")) {
      append(event(id));
    }
    receipts.add(at("filtered", 204, attempt(1, "f-1", "case.opened.v1", "body f")));
    receipts.add(at("failing", 503, attempt(1, "r-1", "case.opened.v1", "body r1")));
    receipts.add(at("failing", 204, attempt(1, "r-1", "case.opened.v1", "body r1")));
    receipts.add(at("failing", 0, attempt(2, "r-2", "case.taken.v1", "body r2")));
    receipts.add(at("failing", 204, attempt(2, "r-2", "case.taken.v1", "body r2")));
    receipts.add(at("failing", 204, attempt(3, "r-3", "tasks.laid-out.v1", "body r3")));
    receipts.add(attempt(1, "d-1", "case.opened.v1", "body 1"));
    receipts.add(attempt(2, "d-2", "tasks.laid-out.v1", "body 2"));
    receipts.add(attempt(2, "d-2", "tasks.laid-out.v1", "body 2"));
    receipts.add(attempt(3, "d-3", "case.taken.v1", "body 3"));
  }

  static String event(String number) {
    return "e0000000-0000-4000-8000-00000000000" + number;
  }

  static String[] record(String topic, String id, String type, long version, String data) {
    var json =
        """
        {"id": "%s", "timestamp": "2026-11-24T08:00:00.120Z", "subject": "%s", "version": %d,
         "exercise": false, "type": "%s", "data": %s}\
        """
            .formatted(id, CASE, version, type, data);
    return new String[] {"pris." + topic, CASE, json};
  }

  /** About something that is no case. */
  private static String[] about(
      String subject, String topic, String number, String type, String data) {
    var ofACase = record(topic, event(number), type, 1, data);
    return new String[] {ofACase[0], subject, ofACase[2].replace(CASE, subject)};
  }

  static Receipts.Attempt attempt(long sequence, String id, String type, String body) {
    return new Receipts.Attempt(
        "", id, CASE, sequence, type, "2026-11-24T08:00:00.120Z", body, 204, true);
  }

  /** The same, to another endpoint. */
  static Receipts.Attempt at(String endpoint, int answered, Receipts.Attempt it) {
    return new Receipts.Attempt(
        endpoint,
        it.id(),
        it.theCase(),
        it.sequence(),
        it.type(),
        it.at(),
        it.digest(),
        answered,
        it.signed());
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
        .formatted(CASE, version, description);
  }

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

  /** A second version, which is current now. */
  void complement() {
    records.add(
        record(
            "declarations",
            event("c"),
            "declaration.complemented.v1",
            2,
            facts(2, "serveurs aussi")));
    var declaration = declarations.getFirst();
    versions.add(
        new Document("_id", "v1")
            .append("declaration", CASE)
            .append("version", declaration.get("current")));
    declaration.append("revision", 2L).append("current", version(2, "serveurs aussi"));
    append(event("c"));
  }

  static String theCase(long revision, String status) {
    return """
    {"theCase": {"id": "%s", "revision": %d, "reference": "PRIS-2026-000001", "status": "%s",
      "severity": null, "presumedSeverity": "MAJOR", "significant": false, "engagement": 0,
      "people": [], "deadlines": [], "affected": [], "exercise": false, "tlp": "AMBER",
      "changedAt": "2026-11-24T08:00:00.120Z", "incidentType": "PHISHING", "access": %s}}\
    """
        .formatted(CASE, revision, status, ACCESS);
  }

  private static String laidOut() {
    return """
    {"engagement": 0, "playbook": "first-hour", "tasks": [%s],
     "progress": {"revision": 1, "engagements": [0], "openMandatory": 0,
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
  private static String tasks(String form) {
    List<String> tasks = new ArrayList<>();
    for (var key : GESTURES) {
      tasks.add(form.formatted(TASK.substring(0, 35) + (tasks.size() + 1), key));
    }
    return String.join(",", tasks);
  }

  private static Document declaration() {
    var declaration =
        Document.parse(
            """
            {"_id": "%s", "revision": 1, "reference": "DEC-2026-000001", "exercise": false,
             "establishment": {"finess": "990000010"}, "submitted": {"channel": "PORTAL"},
             "submittedAt": {"$date": "2026-11-24T08:00:00Z"},
             "theCase": {"revision": 2, "status": "IN_TRIAGE", "access": %s}}
            """
                .formatted(CASE, ACCESS));
    return declaration.append("current", version(1, "postes chiffrés"));
  }

  private static Document authored(String id, String type) {
    return new Document("_id", id)
        .append("revision", 1L)
        .append("line", Document.parse(NOTED).append("type", type));
  }

  private static Document establishment() {
    return Document.parse(
        """
        {"_id": "%s", "revision": 1, "line": {"finess": "990000010", "legalEntity": "990000002",
         "name": "CH des essais", "department": "99", "insured": "YES", "switchboard": "15"}}
        """
            .formatted(SITE));
  }

  private static Document anchor() {
    return Document.parse(
        """
        {"_id": "%s", "revision": 1, "number": 1, "previousRoot": "00", "root": "a1",
         "heads": [{"seq": 1}], "at": {"$date": "2024-01-01T00:00:00Z"}}
        """
            .formatted(ANCHOR));
  }

  private static Document storedCase() {
    return Document.parse(
        """
        {"_id": "%s", "revision": 2, "reference": "PRIS-2026-000001", "exercise": false,
         "course": {"status": "IN_TRIAGE", "engagement": 0},
         "assessment": {"incidentType": "PHISHING", "presumed": "MAJOR", "significant": false}, "team": {"people": []},
         "affected": [], "deadlines": [], "access": %s,
         "changedAt": {"$date": "2026-11-24T08:00:00.120Z"},
         "tasks": {"revision": 1, "engagements": [0], "openMandatory": 0,
           "phases": [{"phase": "CONTAINMENT", "total": %d, "done": 0, "openMandatory": 0}]}}
        """
            .formatted(CASE, ACCESS, GESTURES.size()));
  }

  private static Document plan() {
    return Document.parse(
        """
        {"_id": "%s", "revision": 1, "theCase": {"revision": 2, "engagement": 0},
         "layings": [{"engagement": 0, "playbook": "first-hour"}],
         "tasks": [%s]}
        """
            .formatted(
                CASE,
                tasks(
                    """
                    {"_id": "%s", "playbook": "first-hour", "key": "%s", "status": "TO_DO",
                     "assignees": ["responder1"], "dueAt": {"$date": "2026-11-24T10:00:00Z"},
                     "instructions": {"phase": "CONTAINMENT", "priority": "DEFERRABLE",
                       "title": {"fr": "Gardez le message"}, "audience": "ESTABLISHMENT"}}\
                    """)));
  }

  /** One entry more, rightly chained to the one before. */
  void append(String eventId) {
    append(eventId, "case.opened.v1", "null");
  }

  private void append(String eventId, String type, String data) {
    var salted = "[\"salt\",null]";
    var seal = Canonical.sha256(salted);
    var saltedData = "[\"salt\"," + data + "]";
    var seq = entries.size() + 1;
    var previous = entries.isEmpty() ? "0".repeat(64) : entries.getLast().getString("hash");
    var head =
        """
        {"caseId":"%s","eventId":"%s","previousHash":"%s",\
        "seals":{"author":"%s","data":"%s","text":"%s"},"seq":%d,"type":"%s"}\
        """
            .formatted(
                CASE, eventId, previous, seal, Canonical.sha256(saltedData), seal, seq, type);
    entries.add(new Document("caseId", CASE).append("seq", (long) seq).append("eventId", eventId));
    contents.put(
        eventId,
        new Document("_id", eventId)
            .append("author", salted)
            .append("text", salted)
            .append("data", saltedData));
    head(seq - 1, head);
    ends.put(CASE, new Document("seq", (long) seq).append("hash", Canonical.sha256(head)));
  }

  /** Removes a member as it is removed by order: an entry more says so. */
  void redact(int seq, String member) {
    var id = event("6");
    var order = "{\"members\":[\"%s\"],\"orderedBy\":\"CNIL\",\"seq\":%d}".formatted(member, seq);
    var told = "{\"caseId\": \"" + CASE + "\"," + order.substring(1);
    records.add(record("timeline", id, "entry.redacted.v1", 1, told));
    authored.add(authored(id, "entry.redacted.v1"));
    append(id, "entry.redacted.v1", order);
    var of = entries.get(seq - 1).getString("eventId");
    Objects.requireNonNull(contents.get(of)).remove(member);
  }

  /** Another head of an entry, with the hash that it has then. */
  void head(int entry, String head) {
    change(entry, it -> it.append("head", head).append("hash", Canonical.sha256(head)));
  }

  void change(int entry, UnaryOperator<Document> how) {
    entries.set(entry, how.apply(entries.get(entry)));
  }

  Evidence evidence() {
    var published = new Published();
    records.forEach(it -> published.add(it[0], it[1], it[2]));
    deadLetters.forEach(published::addDeadLetter);
    Map<String, List<Link>> chains = new HashMap<>();
    entries.forEach(it ->
        chains
            .computeIfAbsent(it.getString("caseId"), _ -> new ArrayList<>())
            .add(Link.of(it, contents.get(it.getString("eventId")))));
    var stored =
        new Stored(
            declarations,
            versions,
            establishments,
            cases,
            plans,
            access,
            authored,
            anchors,
            chains,
            ends,
            pending);
    return new Evidence(ledger, published, stored, receipts);
  }

  /** What is found, in words. */
  List<String> found() {
    return evidence().violations().stream().map(Violation::toString).toList();
  }
}
