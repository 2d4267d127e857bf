package org.pris.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The event that the documentation shows")
class EventDocumentTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  @Test
  @DisplayName("is one as it travels: nothing is missing, and nothing is made up")
  void whole() throws IOException {
    var document = Files.readString(Path.of("../../docs/events.md"));
    var shown = document.split("```json\n", -1)[1].split("```", -1)[0];

    Event<CaseEvent> read = JSON.readValue(shown, new TypeReference<>() {});

    assertThat(read.data()).isNotNull();
    assertThat(JSON.readTree(JSON.writeValueAsString(read))).isEqualTo(JSON.readTree(shown));
  }
}
