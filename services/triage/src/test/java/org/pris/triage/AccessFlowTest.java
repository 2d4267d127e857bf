package org.pris.triage;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.contracts.Access.View;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Issuer;
import org.pris.platform.testing.Published;
import org.pris.triage.list.CaseFilter;
import org.pris.triage.list.CaseList;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@FlowTest
@DisplayName("Who may see a case")
class AccessFlowTest {

  static final JsonMapper JSON = JsonMapper.shared();

  @Autowired Callers callers;

  @Autowired Published published;

  @Autowired Cases cases;

  @Autowired CaseList list;

  UUID own;
  UUID other;
  UUID restricted;

  @BeforeEach
  void declare() {
    var declared = new Declared(published);
    own = declared.ransomware("990000010");
    other = declared.ransomware("990000028");
    restricted = declared.ransomware("990000010");
    new Steps(callers.as("declarant1", Set.of("990000010"), Role.DECLARANT), own).get();
    new Steps(callers.as("lead1", Role.LEAD), restricted)
        .post(
            "access",
            "{'version': 1, 'restricted': true, 'people': ['lead1'], 'establishmentSide': 'NAMED',"
                + " 'establishmentPeople': ['declarant1'], 'reason': 'An insider'}")
        .expectStatus()
        .isOk();
  }

  @Test
  @DisplayName("is answered alike by the list's query and by the rule")
  void listIsTheRule() {
    for (var person :
        List.of(
            person("responder1", Set.of(), Role.RESPONDER),
            person("lead1", Set.of(), Role.LEAD),
            person("lead2", Set.of(), Role.LEAD),
            person("declarant1", Set.of("990000010"), Role.DECLARANT),
            person("declarant9", Set.of("990000010"), Role.DECLARANT),
            person("declarant2", Set.of("990000028"), Role.DECLARANT),
            person("director", Set.of("990000002"), Role.DECLARANT),
            person("stranger", Set.of("990000999"), Role.DECLARANT),
            person("ars1", Set.of(), Role.AUTHORITY),
            person("both", Set.of("990000010"), Role.AUTHORITY, Role.DECLARANT),
            person("admin1", Set.of(), Role.ADMIN),
            person("machine", Set.of("990000010"), Role.REPORTER))) {
      var listed = listed(person);
      for (var id : List.of(own, other, restricted)) {
        var views = cases.find(id).orElseThrow().access().views(person);
        views.remove(View.HEADLINE); // in no list by urgency: its place would tell
        assertThat(listed.contains(id))
            .as("%s sees %s", person.username(), views)
            .isEqualTo(!views.isEmpty());
      }
    }
  }

  private List<UUID> listed(Person person) {
    var all = new ArrayList<UUID>();
    String after = null;
    do {
      var filter =
          new CaseFilter(
              List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null,
              after, 2);
      var page = list.find(filter, person);
      page.items()
          .forEach(it -> all.add(UUID.fromString(JSON.valueToTree(it).path("id").asString())));
      after = page.next();
    } while (after != null);
    assertThat(all).doesNotHaveDuplicates();
    return all;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/transitions", "/care", "/assignees", "/affected", "/access", "/deadlines"})
  @DisplayName("is nobody else: their case answers as one that does not exist")
  void notYours(String what) {
    var stranger = callers.as("declarant1", Set.of("990000010"), Role.DECLARANT);
    assertThat(answer(stranger, other, what)).isEqualTo(answer(stranger, UUID.randomUUID(), what));
    assertThat(answer(stranger, other, what)).startsWith("404");
  }

  private static String answer(RestTestClient http, UUID id, String what) {
    var body =
        switch (what) {
          case "/transitions" -> "{'action': 'take', 'version': 1}";
          case "/care" -> "{'version': 1, 'careMode': 'NORMAL'}";
          case "/assignees" -> "{'version': 1, 'people': []}";
          case "/affected" ->
              "{'version': 1, 'establishment': '990000010', 'since': '2026-11-20T00:00:00Z'}";
          case "/access" ->
              "{'version': 1, 'restricted': false, 'people': [], 'establishmentSide': 'ALL',"
                  + " 'establishmentPeople': [], 'reason': 'r'}";
          case "/deadlines" ->
              "{'version': 1, 'establishment': '990000010', 'regime': 'OSE', 'status': 'RUNNING'}";
          default -> "";
        };
    var steps = new Steps(http, id);
    var spec = what.isEmpty() ? steps.get() : steps.post(what.substring(1), body);
    var result = spec.returnResult(String.class);
    return result.getStatus().value()
        + String.valueOf(result.getResponseBody()).replace(id.toString(), "…");
  }

  @Test
  @DisplayName("decides which of the views is shown")
  void views() {
    assertThat(view(callers.as("responder1", Role.RESPONDER), own)).isEqualTo("RESPONDER");
    assertThat(view(callers.as("ars1", Role.AUTHORITY), restricted)).isEqualTo("AUTHORITY");
    assertThat(view(callers.as("lead2", Role.LEAD), restricted)).isEqualTo("HEADLINE");
    assertThat(view(callers.as("d", Set.of("990000002"), Role.DECLARANT), own))
        .as("the legal entity sees its sites")
        .isEqualTo("ESTABLISHMENT");
    new Steps(callers.as("responder1", Role.RESPONDER), restricted)
        .get()
        .expectStatus()
        .isNotFound();
    new Steps(callers.as("lead2", Role.LEAD), restricted)
        .move("{'action': 'take', 'version': 2}")
        .expectStatus()
        .isForbidden();
    new Steps(callers.as("responder1", Role.RESPONDER), own)
        .post(
            "access",
            "{'version': 1, 'restricted': false, 'people': [], 'establishmentSide': 'ALL',"
                + " 'establishmentPeople': [], 'reason': 'r'}")
        .expectStatus()
        .isForbidden();
  }

  private static String view(RestTestClient http, UUID id) {
    var body = new Steps(http, id).get().expectStatus().isOk().returnResult(JsonNode.class);
    return requireNonNull(body.getResponseBody()).path("view").asString();
  }

  private static Person person(String name, Set<String> establishments, Role... roles) {
    return new Person(Issuer.subject(name), name, name, Set.of(roles), establishments);
  }
}
