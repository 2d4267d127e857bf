package org.pris.intake;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One answer over HTTP. */
public record HttpAnswer(int status, HttpHeaders headers, JsonNode body) {

  private static final JsonMapper JSON = JsonMapper.shared();

  public static HttpAnswer get(RestTestClient caller, String path) {
    return of(caller.get().uri(path).exchange());
  }

  public static HttpAnswer post(RestTestClient caller, String path, Object body) {
    return post(caller, path, body, null);
  }

  public static HttpAnswer post(
      RestTestClient caller,
      String path,
      Object body,
      @org.jspecify.annotations.Nullable String key) {
    var request = caller.post().uri(path).contentType(MediaType.APPLICATION_JSON);
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return of(request.body(String.valueOf(body)).exchange());
  }

  private static HttpAnswer of(RestTestClient.ResponseSpec answer) {
    var result = answer.returnResult(String.class);
    var text = result.getResponseBody();
    return new HttpAnswer(
        result.getStatus().value(),
        result.getResponseHeaders(),
        text == null || text.isBlank() ? JSON.nullNode() : JSON.readTree(text));
  }

  public String text(String member) {
    return body.path(member).asString("");
  }
}
