package org.pris.local.client;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a declarant gets who asks an operation about somebody else's.
 *
 * @param body valid in form, so that nothing but the right to see decides
 */
public record Expectation(Answer answer, String body) {

  public enum Answer {
    /** the same 404 as for what does not exist */
    HIDDEN,
    /** a list of their own, in which nothing of others stands */
    OWN_LIST,
    /** 403 for whatever id: not for declarants at all */
    FORBIDDEN,
    /** what everybody with an account reads, and no case stands in it */
    COMMON,
    /** refused, whoever it is about: 422 naming the establishment */
    OWN_ONLY
  }

  private static final String ALL =
      """
      GET    /api/declarations                              OWN_LIST
      POST   /api/declarations                              OWN_ONLY  @declaration
      GET    /api/declarations/{id}                         HIDDEN
      POST   /api/declarations/{id}/complements             HIDDEN    {"version": 99, "scope": "CONTAINED"}
      GET    /api/declarations/{id}/versions                HIDDEN
      GET    /api/declarations/{id}/reads                   HIDDEN
      GET    /api/establishments                            COMMON
      GET    /api/establishments/{finess}                   COMMON
      POST   /api/establishments/retelling                  FORBIDDEN
      GET    /api/me                                        COMMON
      GET    /api/settings                                  COMMON
      GET    /api/cases                                     OWN_LIST
      POST   /api/cases                                     FORBIDDEN @case
      GET    /api/cases/{id}                                HIDDEN
      GET    /api/cases/{id}/qualification                  HIDDEN
      GET    /api/cases/{id}/reads                          HIDDEN
      POST   /api/cases/{id}/transitions                    HIDDEN    {"action": "take", "version": 1}
      POST   /api/cases/{id}/care                           HIDDEN    {"version": 1, "transfers": 3}
      POST   /api/cases/{id}/assignees                      HIDDEN    {"version": 1, "people": [], "confirmed": true}
      POST   /api/cases/{id}/affected                       HIDDEN    {"version": 1, "establishment": "990000010", "since": "2026-01-01T00:00:00Z"}
      POST   /api/cases/{id}/access                         HIDDEN    {"version": 1, "restricted": false, "people": [], "establishmentSide": "ALL", "establishmentPeople": [], "reason": "x"}
      POST   /api/cases/{id}/admissions                     HIDDEN    {"person": "responder1", "reason": "x"}
      POST   /api/cases/{id}/deadlines                      HIDDEN    {"version": 1, "establishment": "990000028", "regime": "GDPR_33", "status": "MET"}
      GET    /api/people                                    FORBIDDEN
      GET    /api/board/stream                              FORBIDDEN
      GET    /api/playbooks                                 FORBIDDEN
      GET    /api/cases/{id}/tasks                          HIDDEN
      GET    /api/cases/{id}/tasks/reads                    HIDDEN
      POST   /api/cases/{id}/tasks                          HIDDEN    {"title": "x", "phase": "CARE"}
      POST   /api/cases/{id}/playbooks                      HIDDEN    {"playbook": "ransomware"}
      GET    /api/tasks/{id}                                HIDDEN
      POST   /api/tasks/{id}/transitions                    HIDDEN    {"action": "complete", "version": 99}
      POST   /api/tasks/{id}/assignees                      HIDDEN    {"version": 99, "assignees": []}
      POST   /api/tasks/{id}/due                            HIDDEN    {"version": 99}
      GET    /api/cases/{id}/timeline                       HIDDEN
      POST   /api/cases/{id}/timeline                       HIDDEN    {"kind": "FACT", "text": "x"}
      GET    /api/cases/{id}/timeline/verification          HIDDEN
      GET    /api/cases/{id}/timeline/reads                 HIDDEN
      GET    /api/cases/{id}/timeline/{seq}                 HIDDEN
      POST   /api/cases/{id}/timeline/{seq}/redactions      HIDDEN    {"members": ["text"], "reason": "x", "orderedBy": "x"}
      GET    /api/webhooks                                  FORBIDDEN
      POST   /api/webhooks                                  FORBIDDEN {"url": "https://ars.example/hook", "description": "x"}
      GET    /api/webhooks/health                           FORBIDDEN
      GET    /api/webhooks/{id}                             FORBIDDEN
      PATCH  /api/webhooks/{id}                             FORBIDDEN {"description": "x"}
      DELETE /api/webhooks/{id}                             FORBIDDEN
      POST   /api/webhooks/{id}/secret                      FORBIDDEN
      DELETE /api/webhooks/{id}/previous-secret             FORBIDDEN
      POST   /api/webhooks/{id}/test                        FORBIDDEN
      POST   /api/webhooks/{id}/retry                       FORBIDDEN
      POST   /api/webhooks/{id}/replay                      FORBIDDEN {"from": "2026-01-01T00:00:00Z", "to": "2026-01-02T00:00:00Z"}
      GET    /api/webhooks/{id}/deliveries                  FORBIDDEN
      GET    /api/deliveries/{id}                           FORBIDDEN
      POST   /api/deliveries/{id}/replay                    FORBIDDEN
      """;

  /** By operation, {@code GET /api/cases/{id}}. */
  public static Map<String, Expectation> all() {
    var all = new TreeMap<String, Expectation>();
    ALL.lines()
        .map(it -> it.split(" +", 4))
        .forEach(it ->
            all.put(
                it[0] + " " + it[1],
                new Expectation(Answer.valueOf(it[2]), it.length < 4 ? "" : bodied(it[3]))));
    return all;
  }

  /** The operations that take one. */
  public static Stream<String> withBody() {
    return all().entrySet().stream()
        .filter(it -> !it.getValue().body().isEmpty())
        .map(Map.Entry::getKey);
  }

  /** A good one for an operation, as far as its form goes. */
  public static String body(String operation) {
    return Objects.requireNonNull(all().get(operation), operation).body();
  }

  private static String bodied(String given) {
    return switch (given) {
      case "@declaration" -> Declared.body(Declared.VAL_BRISE);
      case "@case" ->
          """
          {"establishment": "990000028", "source": "THIRD_PARTY_WARNING",
           "discoveredAt": "2026-01-01T00:00:00Z", "description": "Vingt caractères, et davantage"}
          """;
      default -> given;
    };
  }
}
