package org.pris.triage;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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

/** Each test has accounts of its own: a username that passes on is taken from its first owner. */
@FlowTest
@DisplayName("A case hangs on accounts, not on usernames:")
class SubjectsFlowTest {

  final Instant earlier = Instant.now().minusSeconds(60);

  @Autowired Callers callers;

  @Autowired Published published;

  @Autowired Cases cases;

  @Autowired People people;

  @Autowired MongoOperations mongo;

  final String own = UUID.randomUUID().toString();
  final String username = "ana+" + own.substring(0, 8);
  UUID id;
  RestTestClient lead;

  @BeforeEach
  void declare() {
    id = new Declared(published).ransomware("990000010");
    lead = account(own, username, Role.LEAD);
    new Steps(lead, id).get().expectStatus().isOk();
  }

  @Test
  @DisplayName("who is renamed in Keycloak keeps a restricted case, and is shown as called now")
  void renamed() {
    restrict("'people': ['%s']".formatted(username));
    assertThat(cases.find(id).orElseThrow().access().people()).containsExactly(own);

    var renamed = account(own, "bea+" + own.substring(0, 8), Role.LEAD);

    var seen = seen(renamed);
    assertThat(seen.path("view").asString()).isEqualTo("RESPONDER");
    assertThat(seen.path("names").path(own).asString()).isEqualTo("Name of " + own);
    new Steps(renamed, id).move("{'action': 'take', 'version': 2}").expectStatus().isOk();
    assertThat(cases.find(id).orElseThrow().team().people()).containsExactly(own);
  }

  @Test
  @DisplayName("who is given another's username sees nothing of their restricted case")
  void given() {
    restrict("'people': ['%s']".formatted(own));
    var other = account(UUID.randomUUID().toString(), username, Role.RESPONDER);

    new Steps(other, id).get().expectStatus().isNotFound();
    new Steps(other, id).move("{'action': 'take', 'version': 2}").expectStatus().isNotFound();
    new Steps(other, id)
        .post("assignees", "{'version': 2, 'people': ['%s']}".formatted(username))
        .expectStatus()
        .isNotFound();
    assertThat(listed(other)).doesNotContain(id.toString());
    assertThat(listed(lead)).contains(id.toString());
  }

  @Test
  @DisplayName("a username names who goes by it now, and stands in no case and no event")
  void named() {
    var heir = UUID.randomUUID().toString();
    new Steps(account(heir, username, Role.LEAD), id).get().expectStatus().isOk();

    new Steps(lead, id)
        .post(
            "assignees",
            "{'version': 1, 'people': ['%s', '%s'], 'lead': '%s'}"
                .formatted(own, username, username))
        .expectStatus()
        .isOk();

    var team = cases.find(id).orElseThrow().team();
    assertThat(team).isEqualTo(new Team(List.of(own, heir), heir));
    published.await(Topics.CASES, id, "case.assigned.v1");
    assertThat(published.of(Topics.CASES, id))
        .noneMatch(it -> it.event().toString().contains(username));
    assertThat(assigned(lead, heir)).contains(id.toString());
    assertThat(assigned(lead, username)).contains(id.toString());
    assertThat(assigned(lead, "nobody")).doesNotContain(id.toString());
  }

  @Test
  @DisplayName("a declarant who is named keeps the case when renamed, and their heir gets none")
  void declarants() {
    var declarant = UUID.randomUUID().toString();
    var word = "dec+" + declarant.substring(0, 8);
    declarant(declarant, word).get().expectStatus().isOk();
    restrict(
        "'people': ['%s'], 'establishmentSide': 'NAMED', 'establishmentPeople': ['%s']"
            .formatted(own, word));

    declarant(declarant, "renamed").get().expectStatus().isOk();
    declarant(UUID.randomUUID().toString(), word).get().expectStatus().isNotFound();
    new Steps(lead, id)
        .post(
            "access",
            "{'version': 2, 'establishmentPeople': ['%s', 'unmet'], 'reason': 'R'}".formatted(own))
        .expectStatus()
        .isEqualTo(422);
    assertThat(seen(lead).path("names").path(declarant).asString())
        .isEqualTo("Name of " + declarant);
  }

  @Test
  @DisplayName("what an older build kept by username is nobody's account, and is not listed")
  void older() {
    var old = "old-" + own.substring(0, 8);
    var kept = new Document("_id", old).append("name", "A").append("roles", List.of("LEAD"));
    mongo.insert(kept, "people");

    new Steps(lead, id)
        .post("assignees", "{'version': 1, 'people': ['%s']}".formatted(old))
        .expectStatus()
        .isEqualTo(422);
    assertThat(people.all()).extracting(Colleague::subject).doesNotContain(old);
    assertThat(people.names(Set.of(old))).containsEntry(old, "A");
  }

  @Test
  @DisplayName("nobody engages it under a lead whom nobody knows")
  void engaged() {
    new Steps(lead, id)
        .move("{'action': 'engage', 'version': 1, 'lead': 'fantome', 'agreement': 'C-1'}")
        .expectStatus()
        .isEqualTo(422);
  }

  private void restrict(String who) {
    new Steps(lead, id)
        .post("access", "{'version': 1, 'restricted': true, %s, 'reason': 'R'}".formatted(who))
        .expectStatus()
        .isOk();
  }

  private Steps declarant(String subject, String called) {
    return new Steps(account(subject, called, Role.DECLARANT), id);
  }

  private RestTestClient account(String subject, String called, Role... roles) {
    return callers.withToken(
        Issuer.token(
            called,
            Set.of("990000010"),
            List.of(roles),
            it ->
                it.subject(subject)
                    .claim("name", "Name of " + subject)
                    .issueTime(Date.from(subject.equals(own) ? earlier : earlier.plusSeconds(9)))));
  }

  private JsonNode seen(RestTestClient http) {
    return requireNonNull(new Steps(http, id).get().returnResult(JsonNode.class).getResponseBody());
  }

  private static String listed(RestTestClient http) {
    return listed(http, "/api/cases?sort=changed&limit=20", "");
  }

  private static String assigned(RestTestClient http, String assignee) {
    return listed(http, "/api/cases?sort=changed&limit=20&assignee={it}", assignee);
  }

  private static String listed(RestTestClient http, String address, String value) {
    var page = http.get().uri(address, value).exchange().expectStatus().isOk();
    return String.valueOf(page.returnResult(String.class).getResponseBody());
  }
}
