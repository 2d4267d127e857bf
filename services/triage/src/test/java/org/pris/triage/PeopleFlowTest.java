package org.pris.triage;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Issuer;
import org.pris.platform.testing.Published;
import org.pris.triage.people.Colleague;
import org.pris.triage.people.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@FlowTest
@DisplayName("People")
class PeopleFlowTest {

  @Autowired Callers callers;

  @Autowired Published published;

  @Autowired People people;

  @Autowired MongoOperations mongo;

  @Test
  @DisplayName("who respond are listed once they have called, by name; declarants never are")
  void listed() {
    people(callers.as("people-zoe", Role.RESPONDER));
    var declarant = callers.as("people-bob", Set.of("990000010"), Role.DECLARANT);
    declarant.get().uri("/api/cases").exchange().expectStatus().isOk();

    var listed = people(callers.as("people-ann", Role.LEAD, Role.ADMIN));

    assertThat(listed.valueStream().map(it -> it.path("username").asString()))
        .containsSubsequence("people-ann", "people-zoe")
        .doesNotContain("people-bob");
    assertThat(listed.valueStream().map(JsonNode::toString))
        .contains(
            """
            {"subject":"%s","username":"people-ann","name":"Name of people-ann","roles":["LEAD"]}\
            """
                .formatted(Issuer.subject("people-ann")));
  }

  @Test
  @DisplayName("are shown by the name that they have now")
  void renamed() {
    people(callers.as("people-eve", Role.RESPONDER));
    var token =
        Issuer.token(
            "people-eve", List.of(), List.of(Role.LEAD), it -> it.claim("name", "Ève Roux"));
    people(callers.withToken(token));

    assertThat(people.all())
        .filteredOn(it -> it.username().equals("people-eve"))
        .containsExactly(
            new Colleague(
                Issuer.subject("people-eve"), "people-eve", "Ève Roux", List.of(Role.LEAD)));
  }

  @Test
  @DisplayName("cost no write while their tokens say the same")
  void unchanged() {
    var http = callers.as("people-max", Role.RESPONDER);
    people(http);
    var max = query(where("_id").is(Issuer.subject("people-max")));
    assertThat(mongo.remove(max, Colleague.class).getDeletedCount()).isOne();
    people(http);

    assertThat(mongo.exists(max, Colleague.class)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"DECLARANT", "AUTHORITY", "ADMIN", "REPORTER"})
  @DisplayName("are for those who respond alone")
  void forbidden(Role role) {
    var other = callers.as("people-other", Set.of("990000010"), role);
    other.get().uri("/api/people").exchange().expectStatus().isForbidden();
  }

  @Test
  @DisplayName("appear to the establishment by name where they lead, and in no event")
  void lead() {
    var id = new Declared(published).ransomware("990000010");
    var assign = "{'version': %d, 'people': [], 'lead': '%s'}";
    var responder = new Steps(callers.as("responder1", Role.RESPONDER), id);
    var declarant = callers.as("declarant1", Set.of("990000010"), Role.DECLARANT);

    responder.post("assignees", assign.formatted(1, "people-silent")).expectStatus().isEqualTo(422);
    people(callers.as("people-lea", Role.LEAD));
    responder.post("assignees", assign.formatted(1, "people-lea")).expectStatus().isOk();
    expectLead(declarant, id, "Name of people-lea");

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(published.of(Topics.CASES, id))
                .hasSize(2) // opened, and assigned
                .noneMatch(it -> it.event().toString().contains("Name of people-lea")));
  }

  private static void expectLead(RestTestClient declarant, Object id, String name) {
    new Steps(declarant, id)
        .get()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.lead")
        .isEqualTo(name);
    declarant
        .get()
        .uri("/api/cases?limit=200")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.items[?(@.id == '%s')].lead".formatted(id))
        .isEqualTo(name);
  }

  private static JsonNode people(RestTestClient http) {
    var body =
        http.get()
            .uri("/api/people")
            .exchange()
            .expectStatus()
            .isOk()
            .returnResult(JsonNode.class)
            .getResponseBody();
    return requireNonNull(body).path("items");
  }
}
