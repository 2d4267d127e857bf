package org.pris.intake.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
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
import org.pris.platform.testing.Published.Told;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@FlowTest
@DisplayName("A declaration whose case nobody heard of")
class ResendFlowTest {

  private static final String ALL = "/api/declarations";

  @Autowired Callers callers;
  @Autowired Published published;
  @Autowired MongoOperations mongo;
  @Autowired MeterRegistry meters;
  @Autowired ResendSweep sweep;

  RestTestClient declarant;

  @BeforeEach
  void people() {
    declarant = callers.as("unheard", Set.of("990000010"), Role.DECLARANT);
  }

  @Test
  @DisplayName("is told again after two minutes, each version under its own event's id")
  void again() {
    var id = declare();
    var body = DeclarationBodies.complement(1, Map.of("scope", "CONTAINED"));
    HttpAnswer.post(declarant, ALL + "/" + id + "/complements", body);
    var first = published.await(Topics.DECLARATIONS, id, "declaration.submitted.v1");
    var second = published.await(Topics.DECLARATIONS, id, "declaration.complemented.v1");
    var before = counted();
    aged(id);

    sweep.sweep();
    sweep.sweep(); // the next one is due only later

    await().until(() -> published.of(Topics.DECLARATIONS, id).size(), it -> it == 4);
    var again =
        published.of(Topics.DECLARATIONS, id).subList(2, 4).stream().map(Told::event).toList();
    assertThat(again).extracting(it -> it.path("id")).containsExactly(id(first), id(second));
    assertThat(again)
        .extracting(it -> it.at("/data/declaration/scope").asString())
        .containsExactly("EXTENDED", "CONTAINED");
    assertThat(again).extracting(it -> it.path("version").asLong()).containsExactly(1L, 2L);
    assertThat(again.getFirst().path("actor")).isEqualTo(first.path("actor"));
    assertThat(counted()).isEqualTo(before + 1);
    assertThat(HttpAnswer.get(declarant, ALL + "/" + id).body().path("version").asLong())
        .isEqualTo(2);
  }

  @Test
  @DisplayName("is left alone once its case is known, while it is young, and in the outbox")
  void leftAlone() {
    var heard = declare();
    var access = SampleCases.open(SampleCases.BEAUJOUR);
    published.send(
        Topics.CASES, SampleCases.taken(UUID.fromString(heard), 1, CaseStatus.RECEIVED, access));
    await()
        .until(
            () -> HttpAnswer.get(declarant, ALL + "/" + heard).text("caseStatus"),
            "RECEIVED"::equals);
    aged(heard);
    var young = declare();
    published.await(Topics.DECLARATIONS, young, "declaration.submitted.v1");
    var waiting = declare();
    published.await(Topics.DECLARATIONS, waiting, "declaration.submitted.v1");
    aged(waiting);
    var later = new Update().set("outboxAt", Instant.now().plus(Duration.ofHours(1)));
    await().until(() -> carries(waiting), it -> !it); // the relay has let go of it
    mongo.updateFirst(query(where("_id").is(UUID.fromString(waiting))), later, Declaration.class);

    sweep.sweep();

    for (var id : List.of(heard, young, waiting)) {
      var stored = mongo.findById(UUID.fromString(id), Declaration.class);
      assertThat(stored).isNotNull().extracting(Declaration::resend).isNull();
    }
  }

  private String declare() {
    var body = DeclarationBodies.declaration("990000010");
    return HttpAnswer.post(declarant, ALL, body).text("id");
  }

  /** As it stands long after it was acknowledged, its outbox empty. */
  private void aged(String id) {
    await().until(() -> carries(id), it -> !it);
    mongo.updateFirst(
        query(where("_id").is(UUID.fromString(id))),
        Update.update("submittedAt", Instant.now().minus(Duration.ofMinutes(3))),
        Declaration.class);
  }

  private boolean carries(String id) {
    var carrying = where("_id").is(UUID.fromString(id)).and("outboxAt").exists(true);
    return mongo.exists(query(carrying), Declaration.class);
  }

  private double counted() {
    return meters.counter("pris.declarations.told.again").count();
  }

  private static JsonNode id(JsonNode event) {
    return event.path("id");
  }
}
