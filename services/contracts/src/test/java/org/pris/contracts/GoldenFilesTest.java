package org.pris.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The golden files are the contract. {@code -Dgolden=write} writes those that are missing; one that
 * exists is never overwritten: another shape is another type.
 */
@DisplayName("An event")
class GoldenFilesTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static Stream<Class<?>> types() {
    return Samples.types();
  }

  @ParameterizedTest
  @MethodSource("types")
  @DisplayName("is written and read as its golden file says")
  void golden(Class<?> type) throws IOException {
    var event =
        new Event<>(
            Samples.ID,
            Instant.parse("2026-11-24T06:41:00.456Z"),
            Samples.ID,
            3,
            new Actor("a subject", "a name", Role.RESPONDER, "990000010"),
            false,
            Samples.of(type));
    var file = FOLDER.resolve(name(type) + ".json");
    if ("write".equals(System.getProperty("golden")) && !Files.exists(file)) {
      Files.writeString(file, JSON.writeValueAsString(event) + "\n");
    }

    var golden = Files.readString(file);
    assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(JSON.readTree(golden));
    Event<?> read = JSON.readValue(golden, typeOfEvent(topic(type)));
    assertThat(read).isEqualTo(event);
  }

  @Test
  @DisplayName("has a golden file of its own, and no file is left over")
  void complete() throws IOException {
    try (var files = Files.list(FOLDER)) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(types().map(it -> name(it) + ".json").toList());
    }
  }

  private static String name(Class<?> type) {
    return Objects.requireNonNull(type.getAnnotation(JsonTypeName.class)).value();
  }

  private static Class<?> topic(Class<?> type) {
    return type.getInterfaces()[0];
  }

  private static JavaType typeOfEvent(Class<?> topic) {
    return JSON.getTypeFactory().constructParametricType(Event.class, topic);
  }
}
