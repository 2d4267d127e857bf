package org.pris.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one person asks of one case's timeline. */
record Calls(RestTestClient http, String path) {

  private static final JsonMapper JSON = JsonMapper.shared();

  static Calls of(RestTestClient http, Object caseId) {
    return new Calls(http, "/api/cases/" + caseId + "/timeline");
  }

  /** All pages of what the person reads. */
  List<JsonNode> entries() {
    var all = new ArrayList<JsonNode>();
    var next = "";
    while (!next.equals("null")) {
      var page = get("?limit=3" + (next.isEmpty() ? "" : "&after=" + next));
      page.path("items").forEach(all::add);
      next = page.path("next").isNull() ? "null" : page.path("next").asString();
    }
    return all;
  }

  List<String> types() {
    return entries().stream().map(it -> it.path("type").asString()).toList();
  }

  JsonNode get(String rest) {
    return JSON.readTree(answer(rest, 200));
  }

  int status(String rest) {
    return http.get().uri(path + rest).exchange().returnResult(String.class).getStatus().value();
  }

  String answer(String rest, int status) {
    var result = http.get().uri(path + rest).exchange().returnResult(String.class);
    assertThat(result.getStatus().value()).isEqualTo(status);
    return Objects.requireNonNullElse(result.getResponseBody(), "");
  }

  JsonNode post(String rest, Object body, int status) {
    return post(rest, body, status, java.util.UUID.randomUUID().toString());
  }

  JsonNode post(String rest, Object body, int status, String key) {
    var result =
        http.post()
            .uri(path + rest)
            .header("Idempotency-Key", key)
            .header("Content-Type", "application/json")
            .body(body instanceof String text ? text : JSON.writeValueAsString(body))
            .exchange()
            .returnResult(String.class);
    assertThat(result.getStatus().value()).as(result.getResponseBody()).isEqualTo(status);
    return JSON.readTree(Objects.requireNonNullElse(result.getResponseBody(), "null"));
  }

  JsonNode verification() {
    return get("/verification");
  }
}
