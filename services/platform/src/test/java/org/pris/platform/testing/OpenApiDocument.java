package org.pris.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a service's OpenAPI document where the user interface's types are generated from. */
public final class OpenApiDocument {

  private static final JsonMapper PRETTY =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private OpenApiDocument() {}

  /** To {@code target/openapi.json}, without the address of this run. */
  public static Path write(RestTestClient anybody, String service) {
    var text =
        anybody
            .get()
            .uri("/api-docs/{service}", service)
            .exchange()
            .expectStatus()
            .isOk()
            .returnResult(String.class)
            .getResponseBody();
    try {
      var document = PRETTY.readValue(text, java.util.TreeMap.class);
      document.remove("servers");
      var file = Path.of("target", "openapi.json");
      Files.writeString(file, PRETTY.writeValueAsString(document) + "\n");
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
