package org.pris.local.demo;

import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was answered; a body that is no JSON is missing. */
public record Answer(int status, JsonNode body) {

  public static final Answer NONE = new Answer(0, JsonMapper.shared().missingNode());

  public boolean isGood() {
    return status >= 200 && status < 300;
  }

  public static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), json(response.body()));
  }

  private static JsonNode json(String text) {
    try {
      return text.isBlank() ? NONE.body() : JsonMapper.shared().readTree(text);
    } catch (JacksonException noJson) {
      return NONE.body();
    }
  }
}
