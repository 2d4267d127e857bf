package org.pris.intake.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pris.intake.SampleCases.BEAUJOUR;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pris.contracts.Access;
import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.intake.DeclarationBodies;
import org.pris.intake.HttpAnswer;
import org.pris.intake.SampleCases;
import org.pris.platform.Ids;
import org.pris.platform.outbox.Aggregates;
import org.pris.platform.problem.NotFound;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@FlowTest
@DisplayName("A declaration is seen")
class IsolationFlowTest {

  static final String ALL = "/api/declarations";

  @Autowired Callers callers;
  @Autowired Published published;
  @Autowired Declarations declarations;
  @Autowired Aggregates aggregates;

  String id = "";

  @BeforeEach
  void declared() {
    var declarant = callers.as("declarant1", Set.of("990000010"), Role.DECLARANT);
    id = HttpAnswer.post(declarant, ALL, DeclarationBodies.declaration("990000010")).text("id");
  }

  @Test
  @DisplayName("by its establishment, its legal entity and responders, before there is a case")
  void own() {
    for (var caller :
        List.of(
            callers.as("colleague", Set.of("990000010"), Role.DECLARANT),
            callers.as("group", Set.of("990010027"), Role.DECLARANT),
            callers.as("responder1", Role.RESPONDER),
            callers.as("lead1", Role.LEAD))) {
      assertThat(HttpAnswer.get(caller, ALL + "/" + id).text("description")).contains("rançon");
      assertThat(listed(caller)).contains(id);
    }
  }

  @Test
  @DisplayName("by nobody else: on every path the answer is that of one that does not exist")
  void foreign() {
    var unknown = UUID.randomUUID().toString();
    for (var stranger :
        List.of(
            callers.as("declarant2", Set.of("990000028"), Role.DECLARANT),
            callers.as("declarant0", Role.DECLARANT),
            callers.as("sister", Set.of("996901013"), Role.DECLARANT),
            callers.as("soc-brise", Set.of("990000028"), Role.REPORTER),
            callers.as("soc-beaujour", Set.of("990000010"), Role.REPORTER))) {
      same(HttpAnswer.get(stranger, ALL + "/" + id), HttpAnswer.get(stranger, ALL + "/" + unknown));
      var complement = DeclarationBodies.complement(1, Map.of("careMode", "NORMAL"));
      same(
          HttpAnswer.post(stranger, ALL + "/" + id + "/complements", complement),
          HttpAnswer.post(stranger, ALL + "/" + unknown + "/complements", complement));
      same(
          HttpAnswer.post(stranger, ALL + "/" + id + "/complements", "{}"),
          HttpAnswer.post(stranger, ALL + "/" + unknown + "/complements", "{}"));
      assertThat(listed(stranger)).doesNotContain(id);
    }
    var stranger = callers.as("declarant2", Set.of("990000028"), Role.DECLARANT);
    same(
        HttpAnswer.get(stranger, ALL + "/" + id + "/versions"),
        HttpAnswer.get(stranger, ALL + "/" + unknown + "/versions"));
  }

  @Test
  @DisplayName("neither by the health agency nor by an administrator")
  void never() {
    for (var role : List.of(Role.AUTHORITY, Role.ADMIN)) {
      var caller = callers.as("other", Set.of("990000010"), role);
      for (var path : List.of("", "/" + id, "/" + id + "/versions")) {
        assertThat(HttpAnswer.get(caller, ALL + path).status()).isEqualTo(403);
      }
    }
  }

  static Stream<Access> accesses() {
    return Stream.of(
        SampleCases.open(BEAUJOUR),
        SampleCases.restricted(BEAUJOUR, "responder1"),
        SampleCases.restricted(BEAUJOUR),
        SampleCases.named(BEAUJOUR, EstablishmentSide.NAMED, "declarant1"),
        SampleCases.named(BEAUJOUR, EstablishmentSide.NAMED),
        SampleCases.named(BEAUJOUR, EstablishmentSide.NONE),
        SampleCases.open(SampleCases.BRISE));
  }

  @ParameterizedTest
  @MethodSource("accesses")
  @DisplayName("as its case's access says, in the query and beside it alike")
  void access(Access access) {
    var event = SampleCases.taken(UUID.fromString(id), 1, CaseStatus.IN_TRIAGE, access);
    published.send(Topics.CASES, event);
    await().until(() -> stored().theCase().revision() == 1);

    for (var person : people()) {
      var whole = DeclarationAccess.isWhole(person, stored());
      assertThat(isFound(person)).as("%s of %s", person.username(), access).isEqualTo(whole);
    }
    var lead = callers.as("lead1", Role.LEAD);
    assertThat(HttpAnswer.get(lead, ALL + "/" + id).status())
        .isEqualTo(access.restricted() ? 404 : 200);
  }

  private Declaration stored() {
    return aggregates.find(Declaration.class, UUID.fromString(id)).orElseThrow();
  }

  private static List<Person> people() {
    return List.of(
        person("responder1", Set.of(), Role.RESPONDER),
        person("responder2", Set.of(), Role.RESPONDER),
        person("lead1", Set.of(), Role.LEAD),
        person("declarant1", Set.of("990000010"), Role.DECLARANT),
        person("colleague", Set.of("990000010"), Role.DECLARANT),
        person("group", Set.of("990010027"), Role.DECLARANT),
        person("declarant2", Set.of("990000028"), Role.DECLARANT),
        person("nobody", Set.of(), Role.DECLARANT),
        person("ars1", Set.of("990000010"), Role.AUTHORITY));
  }

  private boolean isFound(Person person) {
    try {
      return declarations.require(id, person).id().toString().equals(id);
    } catch (NotFound _) {
      return false;
    }
  }

  private static Person person(String username, Set<String> establishments, Role role) {
    return new Person(
        Ids.of("account", username).toString(), username, username, Set.of(role), establishments);
  }

  private static List<String> listed(RestTestClient caller) {
    return HttpAnswer.get(caller, ALL + "?limit=200").body().path("items").findValuesAsString("id");
  }

  private static void same(HttpAnswer foreign, HttpAnswer unknown) {
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(foreign.headers().getFirst("Retry-After")).isEqualTo("1");
    assertThat(foreign.body().toString().replaceAll("[0-9a-f-]{36}", "")) // the path asked for
        .isEqualTo(unknown.body().toString().replaceAll("[0-9a-f-]{36}", ""));
  }
}
