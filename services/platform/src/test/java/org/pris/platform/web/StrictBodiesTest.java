package org.pris.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The body of a request")
class StrictBodiesTest {

  record Body(String text, List<Line> lines) {}

  record Line(String text) {}

  private final JsonMapper json = StrictBodies.of(JsonMapper.shared());

  @ParameterizedTest
  @DisplayName("is refused with the field named")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"txet": "a"}                    | txet          | is not known here; known are lines, text
          {"lines": [{"text": 1, "a": 2}]} | lines[0].a    | is not known here; known are text
          {"text": "a\\u0000b"}            | text          | must not hold control characters
          {"text": "\\u001b[31m"}          | text          | must not hold control characters
          {"text": "\\ud83d"}              | text          | must not hold control characters
          {"lines": [{"text": "\\u0085"}]} | lines[0].text | must not hold control characters
          """)
  void refused(String body, String field, String message) {
    assertThatThrownBy(() -> json.readValue(body, Body.class))
        .isInstanceOfSatisfying(
            JacksonException.class,
            it -> {
              var problem = FieldProblems.unreadable(it);
              assertThat(problem.field()).isEqualTo(field);
              assertThat(problem.message()).isEqualTo(message);
            });
  }

  @Test
  @DisplayName("may hold tabs, line ends, accents, emoji and marks of direction")
  void accepted() {
    var body = "{\"text\": \"a\\tb\\r\\né 🚑 \\u200fא\", \"lines\": []}";

    assertThat(json.readValue(body, Body.class).text()).isEqualTo("a\tb\r\né 🚑 \u200fא");
  }
}
