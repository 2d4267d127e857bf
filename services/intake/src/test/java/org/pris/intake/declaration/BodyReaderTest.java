package org.pris.intake.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("A merge patch")
class BodyReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a": "b"}            | {"a": "c"}                 | {"a": "c"}
          {"a": "b"}            | {"b": "c"}                 | {"a": "b", "b": "c"}
          {"a": "b"}            | {"a": null}                | {}
          {"a": "b", "b": "c"}  | {"a": null}                | {"b": "c"}
          {"a": ["b"]}          | {"a": "c"}                 | {"a": "c"}
          {"a": "c"}            | {"a": ["b"]}               | {"a": ["b"]}
          {"a": {"b": "c"}}     | {"a": {"b": "d", "c": null}} | {"a": {"b": "d"}}
          {"a": [{"b": "c"}]}   | {"a": [1]}                 | {"a": [1]}
          {"e": null}           | {"a": 1}                   | {"e": null, "a": 1}
          {}                    | {"a": {"bb": {"ccc": null}}} | {"a": {"bb": {}}}
          """)
  @DisplayName("changes an object as the examples of RFC 7396 say")
  void merge(String target, String patch, String result) {
    var json = JsonMapper.shared();
    var into = (ObjectNode) json.readTree(target);

    BodyReader.merge(into, json.readTree(patch));

    assertThat(into).isEqualTo(json.readTree(result));
  }
}
