package org.pris.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.OpenApiDocument;
import org.springframework.beans.factory.annotation.Autowired;

@FlowTest
@DisplayName("The OpenAPI document")
class OpenApiTest {

  @Autowired Callers callers;

  @Test
  @DisplayName("shows the answers of a declaration beside its establishment, not inside something")
  void flat() throws Exception {
    var document = Files.readString(OpenApiDocument.write(callers.nobody(), "intake"));

    assertThat(document)
        .contains("/api/declarations/{id}/complements", "\"discoveredAt\"", "\"Complement\"")
        .doesNotContain("JsonNode", "\"answers\"");
  }
}
