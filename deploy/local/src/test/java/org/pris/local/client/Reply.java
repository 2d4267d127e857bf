package org.pris.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API answered, byte for byte. */
public record Reply(String asked, int status, HttpHeaders headers, String text) {

  static Reply of(HttpResponse<String> response) {
    var request = response.request();
    return new Reply(
        request.method() + " " + request.uri().getPath(),
        response.statusCode(),
        response.headers(),
        response.body());
  }

  public JsonNode json() {
    return JsonMapper.shared().readTree(text);
  }

  public JsonNode items() {
    return json().path("items");
  }

  /** The names of what was wrong, in a problem. */
  public List<String> fields() {
    return json().path("errors").valueStream().map(it -> it.path("field").asString()).toList();
  }

  /** The codes of why the rules refuse, in a problem. */
  public List<String> reasons() {
    return json().path("reasons").valueStream().map(it -> it.path("code").asString()).toList();
  }

  public String type() {
    return json().path("type").asString("");
  }

  public Reply expect(int expected) {
    assertThat(status).as("%s answered %s", asked, text).isEqualTo(expected);
    return this;
  }
}
