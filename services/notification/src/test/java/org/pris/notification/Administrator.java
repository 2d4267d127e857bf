package org.pris.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the screen of the endpoints. */
record Administrator(RestTestClient http) {

  /** What the service answered. */
  record Answer(int status, String text) {

    JsonNode json() {
      return JsonMapper.shared().readTree(text);
    }

    String at(String pointer) {
      return json().at(pointer).asString("");
    }
  }

  Answer create(String url, Map<String, ?> settings) {
    var body = new HashMap<String, Object>(settings);
    body.put("url", url);
    body.putIfAbsent("description", "ARS ARA, veille");
    return send(HttpMethod.POST, "/api/webhooks", body);
  }

  Answer get(String path) {
    return send(HttpMethod.GET, path, null);
  }

  Answer post(String path) {
    return send(HttpMethod.POST, path, null);
  }

  Answer send(HttpMethod method, String path, @org.jspecify.annotations.Nullable Object body) {
    var request = http.method(method).uri(path);
    if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).body(body);
    }
    var answer = request.exchange().returnResult(String.class);
    return new Answer(
        answer.getStatus().value(), Objects.requireNonNullElse(answer.getResponseBody(), ""));
  }

  List<JsonNode> log(UUID webhook, String query) {
    return get("/api/webhooks/" + webhook + "/deliveries" + query)
        .json()
        .path("items")
        .valueStream()
        .toList();
  }

  String health(UUID webhook, String field) {
    return get("/api/webhooks/" + webhook).at("/health/" + field);
  }
}
