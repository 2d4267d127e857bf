package org.pris.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API answered, byte for byte. */
record Reply(String asked, int status, HttpHeaders headers, String text) {

  static Reply of(HttpResponse<String> response) {
    var request = response.request();
    return new Reply(
        request.method() + " " + request.uri().getPath(),
        response.statusCode(),
        response.headers(),
        response.body());
  }

  JsonNode json() {
    return JsonMapper.shared().readTree(text);
  }

  JsonNode items() {
    return json().path("items");
  }

  /** The names of what was wrong, in a problem. */
  List<String> fields() {
    return json().path("errors").valueStream().map(it -> it.path("field").asString()).toList();
  }

  /** The codes of why the rules refuse, in a problem. */
  List<String> reasons() {
    return json().path("reasons").valueStream().map(it -> it.path("code").asString()).toList();
  }

  String type() {
    return json().path("type").asString("");
  }

  Reply expect(int expected) {
    assertThat(status).as("%s answered %s", asked, text).isEqualTo(expected);
    return this;
  }
}
