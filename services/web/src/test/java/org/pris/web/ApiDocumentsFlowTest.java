package org.pris.web;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.contracts.Role;

@DisplayName("The documents of the API")
class ApiDocumentsFlowTest extends OneDoor {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api-docs",
        "/api-docs/web",
        "/api-docs/intake",
        "/api-docs/swagger-config",
        "/swagger-ui/index.html"
      })
  @DisplayName("are shown to nobody who has not signed in")
  void closed(String path) {
    callers.nobody().get().uri(path).exchange().expectStatus().isUnauthorized();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api-docs/web", "/swagger-ui/index.html"})
  @DisplayName("are shown to whoever has")
  void open(String path) {
    callers.as("declarant1", Role.DECLARANT).get().uri(path).exchange().expectStatus().isOk();
  }
}
