package org.pris.local.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pris.local.client.Account;
import org.pris.local.client.Declared;
import org.pris.local.client.Operations;
import org.pris.local.client.TheCase;
import tools.jackson.databind.JsonNode;

/** The short form of {@code deploy/bench/fuzz}: a few hundred requests, the same in each run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("What the documents allow, and what they do not,")
class FuzzE2eTest {

  private static final int OF_EACH = 8;

  private static final List<String> CALLERS =
      List.of("declarant1", "responder1", "lead1", "ars1", "admin1");

  final Random random = new Random(20261124);

  TheCase theCase = new TheCase("", "");

  String task = "";

  @BeforeAll
  void given() {
    theCase = TheCase.declared("declarant1", Declared.NORD_BEAUJOUR);
    task = theCase.tasks("first-hour").getFirst().path("id").asString();
  }

  @Test
  @DisplayName("is answered at once, in the words of the documents, and never by a failure")
  void answered() {
    var slow = new ArrayList<String>();
    for (var service : Operations.SERVICES) {
      var document = Account.of("responder1").get("/api-docs/" + service).expect(200).json();
      for (var path : document.path("paths").properties()) {
        for (var operation : path.getValue().properties()) {
          for (var times = 0; times < OF_EACH && !path.getKey().endsWith("/stream"); times++) {
            one(document, operation.getKey(), path.getKey(), operation.getValue(), slow);
          }
        }
      }
    }
    assertThat(slow).isEmpty();
  }

  private void one(
      JsonNode document, String method, String path, JsonNode operation, List<String> slow) {
    var sampled = new Sampled(document, random);
    var by = Account.of(CALLERS.get(random.nextInt(CALLERS.size())));
    var body = operation.at("/requestBody/content/application~1json/schema");
    var asked = path(path) + query(sampled, operation);
    var json = body.isMissingNode() ? null : sampled.of(body).toString();
    var start = Instant.now();

    var reply = by.call(method.toUpperCase(Locale.ROOT), asked, json);

    if (Duration.between(start, Instant.now()).toSeconds() >= 5) {
      slow.add(method + " " + path);
    }
    assertThat(reply.status())
        .as("%s %s\n%s\n%s", method, asked, json, reply.text())
        .isBetween(200, 499);
    var responses = operation.path("responses");
    if (reply.status() < 400) {
      assertThat(responses.propertyNames()).as(method + path).contains(reply.status() + "");
    }
    var type = reply.headers().firstValue("Content-Type").orElse(null);
    assertThat(type)
        .as("%s %s: %s", method, asked, reply.text())
        .isEqualTo(expected(reply.status()));
  }

  private static @Nullable String expected(int status) {
    return status == 204 ? null : status < 400 ? "application/json" : "application/problem+json";
  }

  private String path(String path) {
    var ghost = new java.util.UUID(random.nextLong(), random.nextLong()).toString();
    var real = random.nextInt(4) > 0;
    return path.replace("/tasks/{id}", "/tasks/" + (real ? task : ghost))
        .replace("{id}", real ? theCase.id() : ghost)
        .replace("{seq}", String.valueOf(random.nextInt(6)))
        .replace("{finess}", real ? Declared.VAL_BRISE : "x");
  }

  private String query(Sampled sampled, JsonNode operation) {
    var query = new StringBuilder();
    for (var parameter : operation.path("parameters")) {
      if (parameter.path("in").asString().equals("query") && random.nextBoolean()) {
        var value = sampled.of(parameter.path("schema"));
        query
            .append(query.isEmpty() ? '?' : '&')
            .append(parameter.path("name").asString())
            .append('=')
            .append(URLEncoder.encode(value.asString(value.toString()), StandardCharsets.UTF_8));
      }
    }
    return query.toString();
  }
}
