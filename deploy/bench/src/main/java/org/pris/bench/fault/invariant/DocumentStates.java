package org.pris.bench.fault.invariant;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.pris.bench.fault.observation.StoredState;
import tools.jackson.databind.JsonNode;

/**
 * The public state of what is stored, rebuilt from its document as the contracts describe it, to be
 * compared with what was told of it: every member that travels.
 */
final class DocumentStates {

  private static final List<String> OF_NOTE =
      List.of("caseId", "kind", "audience", "tlp", "occurredAt", "corrects");

  private static final List<String> ANSWERS =
      List.of(
          "discoveredAt",
          "occurredAt",
          "ongoing",
          "incidentType",
          "origin",
          "description",
          "scope",
          "patientHarm",
          "careMode",
          "vitalServiceDown",
          "dataImpact",
          "othersMayBeAffected",
          "nationalReport");

  private DocumentStates() {}

  /** What an event says, but for what is not kept where it is compared. */
  static Map<String, Object> told(JsonNode state, String... aside) {
    Map<String, Object> told = new TreeMap<>();
    state.properties().forEach(it -> put(told, it.getKey(), it.getValue()));
    told.keySet().removeAll(List.of(aside));
    return told;
  }

  static Map<String, Object> ofCase(Document it) {
    Map<String, Object> state = new TreeMap<>();
    var course = StoredState.part(it, "course");
    var assessment = StoredState.part(it, "assessment");
    var team = StoredState.part(it, "team");
    put(state, "id", it.get("_id"));
    put(state, it, "revision", "reference", "care", "access", "exercise", "changedAt");
    put(state, course, "status", "heldFrom", "heldUntil", "engagement", "mergedInto");
    put(state, "absorbed", absorbed(course));
    put(state, assessment, "incidentType", "origin", "severity", "trend", "significant");
    if (assessment.get("severity") == null) {
      put(state, "presumedSeverity", assessment.get("presumed"));
    }
    put(state, "affected", affected(it));
    put(
        state,
        "deadlines",
        StoredState.parts(it, "deadlines").stream().map(d -> d.get("deadline")).toList());
    put(state, team, "lead", "people");
    put(state, "openedAt", StoredState.part(it, "opening").get("openedAt"));
    put(state, "tlp", "AMBER"); // of every case, so that it stands in no document
    return state;
  }

  /** The reference of what an older build took in is not known. */
  private static List<Document> absorbed(Document course) {
    return StoredState.parts(course, "absorbed").stream()
        .map(it ->
            new Document("id", it.get("_id"))
                .append("reference", Objects.requireNonNullElse(it.get("reference"), "")))
        .toList();
  }

  private static List<Document> affected(Document it) {
    return StoredState.parts(it, "affected").stream()
        .map(site -> only(site, "establishment", "since"))
        .toList();
  }

  /**
   * A declaration's, as of one of its versions; its profile is the registry's of that moment, and
   * kept nowhere.
   */
  static Map<String, Object> ofDeclaration(Document it, Document version) {
    Map<String, Object> state = new TreeMap<>();
    var answers = StoredState.part(version, "answers");
    put(state, "id", it.get("_id"));
    put(state, it, "reference", "establishment", "exercise", "submittedAt");
    put(state, "version", version.get("number"));
    put(state, "channel", StoredState.part(it, "submitted").get("channel"));
    put(state, answers, ANSWERS.toArray(String[]::new));
    put(state, "affectedSystems", StoredState.parts(answers, "affectedSystems"));
    return state;
  }

  /** A registry's entry, as its event tells it. */
  static Map<String, Object> ofEstablishment(Document it) {
    var line = StoredState.part(it, "line");
    Map<String, Object> state = new TreeMap<>();
    put(
        state,
        "establishment",
        only(line, "finess", "legalEntity", "name", "commune", "department", "category"));
    put(state, "profile", only(line, "essentialServicesOperator", "insured", "nis2Entity"));
    return state;
  }

  /** A note's. Of a redaction only its case: what it orders is sealed, and for the chain. */
  static Map<String, Object> ofAuthored(Document it) {
    var line = StoredState.part(it, "line");
    var isNote = String.valueOf(line.get("type")).startsWith("note.");
    Map<String, Object> state = new TreeMap<>();
    put(state, line, isNote ? OF_NOTE.toArray(String[]::new) : new String[] {"caseId"});
    return state;
  }

  static Map<String, Object> ofNote(JsonNode told) {
    Map<String, Object> state = new TreeMap<>();
    OF_NOTE.forEach(field -> put(state, field, told.path(field)));
    return state;
  }

  static Map<String, Object> ofAnchor(Document it) {
    Map<String, Object> state = new TreeMap<>();
    put(state, "anchor", it.get("_id"));
    put(state, it, "previousRoot", "root");
    var heads = StoredState.parts(it, "heads");
    put(state, "heads", heads.size());
    put(state, "chains", heads.stream().map(DocumentStates::chain).toList());
    return state;
  }

  private static Document chain(Document head) {
    var chain = new Document(head);
    chain.keySet().retainAll(Set.of("caseId", "seq", "hash"));
    return chain;
  }

  /** A task's of a plan. */
  static Map<String, Object> ofTask(Document it) {
    var instructions = StoredState.part(it, "instructions");
    Map<String, Object> state = new TreeMap<>();
    put(state, "id", it.get("_id"));
    put(state, it, "key", "playbook", "status", "assignees", "dueAt");
    put(state, instructions, "phase", "audience", "establishment");
    put(state, "mandatory", "MANDATORY".equals(instructions.getString("priority")));
    put(state, "title", StoredState.part(instructions, "title").get("fr"));
    return state;
  }

  private static Document only(Document of, String... fields) {
    var part = new Document();
    for (var field : fields) {
      part.append(field, of.get(field));
    }
    return part;
  }

  private static void put(Map<String, Object> state, Document of, String... fields) {
    for (var field : fields) {
      put(state, field, of.get(field));
    }
  }

  private static void put(Map<String, Object> state, String field, @Nullable Object value) {
    var plain = NormalForm.of(value);
    if (plain != null) {
      state.put(field, plain);
    }
  }
}
