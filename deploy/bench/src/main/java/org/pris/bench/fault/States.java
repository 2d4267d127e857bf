package org.pris.bench.fault;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The public state of what is stored, rebuilt from its document as the contracts describe it, to be
 * compared with what was told of it.
 */
final class States {

  /**
   * Not compared: a step of a merge that was refused in the end moves it, and tells nobody; and who
   * carries no campaign says nothing of one.
   */
  private static final List<String> ASIDE = List.of("changedAt", "tlp");

  private static final List<String> OF_NOTE =
      List.of("caseId", "kind", "audience", "tlp", "occurredAt", "corrects");

  private States() {}

  /** A case's, out of the last event's {@code theCase}. */
  static Map<String, Object> told(JsonNode theCase) {
    Map<String, Object> state = new TreeMap<>();
    theCase.properties().forEach(it -> put(state, it.getKey(), it.getValue()));
    ASIDE.forEach(state::remove);
    return state;
  }

  static Map<String, Object> ofCase(Document it) {
    Map<String, Object> state = new TreeMap<>();
    var course = Stored.part(it, "course");
    var assessment = Stored.part(it, "assessment");
    var team = Stored.part(it, "team");
    put(state, "id", it.get("_id"));
    for (var field : List.of("revision", "reference", "care", "access", "exercise")) {
      put(state, field, it.get(field));
    }
    for (var field : List.of("status", "heldFrom", "engagement", "mergedInto")) {
      put(state, field, course.get(field));
    }
    for (var field : List.of("incidentType", "origin", "severity", "trend", "significant")) {
      put(state, field, assessment.get(field));
    }
    if (assessment.get("severity") == null) {
      put(state, "presumedSeverity", assessment.get("presumed"));
    }
    put(state, "affected", affected(it));
    put(
        state,
        "deadlines",
        Stored.parts(it, "deadlines").stream().map(d -> d.get("deadline")).toList());
    put(state, "lead", team.get("lead"));
    put(state, "people", team.get("people"));
    put(state, "openedAt", Stored.part(it, "opening").get("openedAt"));
    return state;
  }

  private static List<Document> affected(Document it) {
    return Stored.parts(it, "affected").stream()
        .map(site ->
            new Document("establishment", site.get("establishment"))
                .append("since", site.get("since")))
        .toList();
  }

  /** A declaration's, out of what its last event says of it. */
  static Map<String, Object> ofFacts(JsonNode facts) {
    Map<String, Object> state = new TreeMap<>();
    for (var field :
        List.of(
            "reference", "version", "exercise", "discoveredAt", "incidentType", "description")) {
      put(state, field, facts.path(field));
    }
    put(state, "establishment", facts.at("/establishment/finess"));
    return state;
  }

  static Map<String, Object> ofDeclaration(Document it) {
    Map<String, Object> state = new TreeMap<>();
    var current = Stored.part(it, "current");
    var answers = Stored.part(current, "answers");
    put(state, "reference", it.get("reference"));
    put(state, "version", current.get("number"));
    put(state, "exercise", it.get("exercise"));
    put(state, "establishment", Stored.part(it, "establishment").get("finess"));
    for (var field : List.of("discoveredAt", "incidentType", "description")) {
      put(state, field, answers.get(field));
    }
    return state;
  }

  /** A registry's entry, as its event tells it. */
  static Map<String, Object> ofEstablishment(Document it) {
    var line = Stored.part(it, "line");
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
    var line = Stored.part(it, "line");
    Map<String, Object> state = new TreeMap<>();
    var isNote = String.valueOf(line.get("type")).startsWith("note.");
    (isNote ? OF_NOTE : List.of("caseId")).forEach(field -> put(state, field, line.get(field)));
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
    put(state, "previousRoot", it.get("previousRoot"));
    put(state, "root", it.get("root"));
    put(state, "heads", Stored.parts(it, "heads").size());
    return state;
  }

  private static Document only(Document of, String... fields) {
    var part = new Document();
    for (var field : fields) {
      part.append(field, of.get(field));
    }
    return part;
  }

  /** A plan's: the status of each task. */
  static Map<String, String> tasksOf(Document plan) {
    return Stored.parts(plan, "tasks").stream()
        .collect(Collectors.toMap(Stored::id, it -> it.getString("status"), (one, _) -> one));
  }

  private static void put(Map<String, Object> state, String field, @Nullable Object value) {
    var plain = Plain.of(value);
    if (plain != null) {
      state.put(field, plain);
    }
  }
}
