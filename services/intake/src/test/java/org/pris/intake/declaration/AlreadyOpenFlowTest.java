package org.pris.intake.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.intake.DeclarationBodies;
import org.pris.intake.HttpAnswer;
import org.pris.intake.SampleCases;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@FlowTest
@DisplayName("A declaration beside others that are open")
class AlreadyOpenFlowTest {

  private static final String ALL = "/api/declarations";

  @Autowired Callers callers;
  @Autowired Published published;

  @Test
  @DisplayName("names those of its establishment, as the reader may see them")
  void names() {
    var declarant = callers.as("twice1", Set.of("990000028"), Role.DECLARANT);
    var colleague = callers.as("twice2", Set.of("990000028"), Role.DECLARANT);
    var machine = callers.as("twice-soc", Set.of("990000028"), Role.REPORTER);
    var ended = declare(declarant, false);
    end(declarant, ended.text("id"));
    var exercise = declare(declarant, true);
    var first = declare(declarant, false);

    var second = declare(colleague, false);

    assertThat(open(second)).contains(first.text("reference"));
    assertThat(open(second)).doesNotContain(second.text("reference"), ended.text("reference"));
    assertThat(open(second)).doesNotContain(exercise.text("reference"));
    assertThat(open(HttpAnswer.get(declarant, ALL + "/" + first.text("id"))))
        .contains(second.text("reference"));
    var body = DeclarationBodies.declaration("990000028");
    body.remove("channel");
    assertThat(open(HttpAnswer.post(machine, ALL, body))).isEmpty();
    assertThat(open(HttpAnswer.post(machine, ALL, body))).hasSize(1);
  }

  private static HttpAnswer declare(RestTestClient by, boolean exercise) {
    var body = DeclarationBodies.declaration("990000028").put("exercise", exercise);
    return HttpAnswer.post(by, ALL, body);
  }

  private void end(RestTestClient by, String id) {
    var access = SampleCases.open(SampleCases.BRISE);
    published.send(
        Topics.CASES, SampleCases.taken(UUID.fromString(id), 1, CaseStatus.CLOSED, access));
    await().until(() -> HttpAnswer.get(by, ALL + "/" + id).text("caseStatus"), "CLOSED"::equals);
  }

  private static List<String> open(HttpAnswer answer) {
    assertThat(answer.status()).isIn(200, 201);
    return answer.body().path("alreadyOpen").findValuesAsString("reference");
  }
}
