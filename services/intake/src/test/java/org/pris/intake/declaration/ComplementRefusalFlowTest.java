package org.pris.intake.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Topics;
import org.pris.intake.DeclarationBodies;
import org.pris.intake.HttpAnswer;
import org.pris.platform.outbox.Aggregates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

@DisplayName("A complement that cannot be taken")
class ComplementRefusalFlowTest extends ComplementFlow {

  @Autowired Aggregates aggregates;
  @Autowired MongoOperations mongo;

  @Test
  @DisplayName("on an older version answers 409 with the current one")
  void stale() {
    complement(1, Map.of("careMode", "NORMAL"));

    var refused = complement(1, Map.of("careMode", "INTERRUPTED"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("currentVersion").asLong()).isEqualTo(2);
  }

  @Test
  @DisplayName("sent twice under one key is one version, and the key refuses another body")
  void idempotent() {
    var key = DeclarationBodies.key();
    var body = DeclarationBodies.complement(1, Map.of("careMode", "NORMAL"));
    var first = HttpAnswer.post(declarant, path + "/complements", body, key);
    var again = HttpAnswer.post(declarant, path + "/complements", body, key);
    complement(2, Map.of("careMode", "DEGRADED"));
    var late = HttpAnswer.post(declarant, path + "/complements", body, key);
    var other =
        HttpAnswer.post(
            declarant, path + "/complements", body.deepCopy().put("scope", "UNKNOWN"), key);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(late.status()).isEqualTo(201);
    assertThat(late.body().path("version").asLong()).isEqualTo(3);
    assertThat(other.status()).isEqualTo(422);
  }

  @Test
  @DisplayName("with another establishment, or an exercise made real, is 422")
  void another() {
    for (var change :
        java.util.List.<Map<String, ?>>of(
            Map.of("establishment", "990000028"), Map.of("exercise", true))) {
      var refused = complement(1, change);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.body().at("/errors/0/field").asString())
          .isEqualTo(change.keySet().iterator().next());
    }
    nothingHappened();
    assertThat(complement(2, Map.of("establishment", "99 000 001 0", "scope", "EXTENDED")).status())
        .isEqualTo(201);
  }

  @Test
  @DisplayName("without a version, or with a wrong answer, is 400 with both named")
  void wrong() {
    var body = DeclarationBodies.complement(1, Map.of("careMode", "BAD", "occurredAt", "2030"));
    body.remove("version");

    var refused = HttpAnswer.post(declarant, path + "/complements", body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("errors").findValuesAsString("field"))
        .containsExactlyInAnyOrder("version", "careMode", "occurredAt");
    nothingHappened();
  }

  @Test
  @DisplayName("wins or is stale where several are sent at once, and no version is lost")
  void race() throws Exception {
    Callable<Integer> one =
        () -> complement(1, Map.of("description", "Written by " + UUID.randomUUID())).status();
    try (var many = Executors.newFixedThreadPool(4)) {
      var statuses =
          many.invokeAll(Collections.nCopies(8, one)).stream().map(Future::resultNow).toList();
      assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    }
    assertThat(HttpAnswer.get(declarant, path + "/versions").body().path("items")).hasSize(2);
  }

  @Test
  @DisplayName("finds the copy that a complement left which died half-way")
  void crash() {
    versions.keep(aggregates.find(Declaration.class, id).orElseThrow());
    assertThat(HttpAnswer.get(declarant, path + "/versions").body().path("items")).hasSize(1);

    assertThat(complement(1, Map.of("careMode", "NORMAL")).status()).isEqualTo(201);
    assertThat(HttpAnswer.get(declarant, path + "/versions").body().path("items")).hasSize(2);
  }

  /** No version is made or told of, nor a copy of the current one left. */
  private void nothingHappened() {
    assertThat(HttpAnswer.get(declarant, path + "/versions").body().path("items")).hasSize(1);
    assertThat(mongo.count(query(where("declaration").is(id)), "versions")).isZero();
    complement(1, Map.of("scope", "UNKNOWN"));
    var next = published.await(Topics.DECLARATIONS, id, "declaration.complemented.v1");
    assertThat(next.path("version").asLong()).isEqualTo(2);
  }
}
