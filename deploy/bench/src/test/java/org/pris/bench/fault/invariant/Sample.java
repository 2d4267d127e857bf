package org.pris.bench.fault.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.pris.bench.fault.observation.AcceptedWrites;
import org.pris.bench.fault.observation.Canonical;
import org.pris.bench.fault.observation.ChainLink;
import org.pris.bench.fault.observation.PublishedEvents;
import org.pris.bench.fault.observation.ReceivedDeliveries;
import org.pris.bench.fault.observation.StoredState;

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

  final AcceptedWrites ledger = new AcceptedWrites();

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

  final List<Document> held = new ArrayList<>();

  final Map<String, Long> pending = new HashMap<>(Map.of("triage.cases", 0L));

  final List<ReceivedDeliveries.Attempt> receipts = SampleReceipts.all();

  Sample() {
    ledger.declared("key-1", CASE, "DEC-2026-000001");
    ledger.noted(CASE, NOTE);
    records.add(
        SampleEvents.record(
            "declarations",
            event("1"),
            "declaration.submitted.v1",
            1,
            SampleEvents.facts(1, "postes chiffrés")));
    records.add(
        SampleEvents.record(
            "cases", event("2"), "case.opened.v1", 1, SampleEvents.theCase(1, "RECEIVED")));
    records.add(
        SampleEvents.record(
            "cases", event("3"), "case.taken.v1", 2, SampleEvents.theCase(2, "IN_TRIAGE")));
    records.add(
        SampleEvents.record("tasks", event("5"), "tasks.laid-out.v1", 1, SampleEvents.laidOut()));
    records.add(SampleEvents.record("timeline", NOTE, "note.written.v1", 1, SampleEvents.NOTED));
    records.add(
        SampleEvents.about(
            SITE, "declarations", "b", "establishment.registered.v1", SampleEvents.REGISTERED));
    records.add(
        SampleEvents.about(ANCHOR, "timeline", "a", "timeline.anchored.v1", SampleEvents.ANCHORED));
    authored.add(SampleDocuments.authored(NOTE, "note.written.v1"));
    establishments.add(SampleDocuments.establishment());
    anchors.add(SampleDocuments.anchor());
    declarations.add(SampleDocuments.declaration());
    cases.add(SampleDocuments.storedCase());
    plans.add(SampleDocuments.plan());
    for (var service : List.of("remediation", "timeline")) {
      var row = new Document("_id", CASE).append("revision", 2L);
      access.put(
          service,
          new ArrayList<>(List.of(row.append("access", Document.parse(SampleEvents.ACCESS)))));
    }
    for (var id : List.of("1", "2", "5", "3", "4")) {
      append(event(id));
    }
  }

  static String event(String number) {
    return "e0000000-0000-4000-8000-00000000000" + number;
  }

  /** A second version, which is current now. */
  void complement() {
    records.add(
        SampleEvents.record(
            "declarations",
            event("c"),
            "declaration.complemented.v1",
            2,
            SampleEvents.facts(2, "serveurs aussi")));
    var declaration = declarations.getFirst();
    versions.add(
        new Document("_id", "v1")
            .append("declaration", CASE)
            .append("version", declaration.get("current")));
    declaration
        .append("revision", 2L)
        .append("current", SampleDocuments.version(2, "serveurs aussi"));
    append(event("c"));
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
    records.add(SampleEvents.record("timeline", id, "entry.redacted.v1", 1, told));
    authored.add(SampleDocuments.authored(id, "entry.redacted.v1"));
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
    var published = new PublishedEvents();
    records.forEach(it -> published.add(it[0], it[1], it[2]));
    deadLetters.forEach(published::addDeadLetter);
    Map<String, List<ChainLink>> chains = new HashMap<>();
    entries.forEach(it ->
        chains
            .computeIfAbsent(it.getString("caseId"), _ -> new ArrayList<>())
            .add(ChainLink.of(it, contents.get(it.getString("eventId")))));
    var stored =
        new StoredState(
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
            held,
            pending);
    return new Evidence(ledger, published, stored, receipts);
  }

  /** What is found, in words. */
  List<String> found() {
    return evidence().violations().stream().map(Violation::toString).toList();
  }
}
