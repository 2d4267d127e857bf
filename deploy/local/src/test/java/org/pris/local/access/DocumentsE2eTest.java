package org.pris.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pris.local.client.Account;
import org.pris.local.client.Operations;
import org.pris.local.process.Folders;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("The types that the pages are built with")
class DocumentsE2eTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  static Stream<String> services() {
    return Operations.SERVICES.stream();
  }

  @ParameterizedTest
  @MethodSource("services")
  @DisplayName("come from the very document that the service serves")
  void same(String service) {
    var served = Account.of("responder1").get("/api-docs/" + service).expect(200).json();
    ((ObjectNode) served).remove("servers"); // where this run listens

    var committed =
        Folders.thisProject().resolve(Path.of("services/web/ui/openapi", service + ".json"));
    assertThat(served)
        .as("copy services/%s/target/openapi.json there and run npm run api", service)
        .isEqualTo(JSON.readTree(committed));
  }
}
