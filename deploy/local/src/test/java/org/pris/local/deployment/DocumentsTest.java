package org.pris.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.local.deployment.Patterns.found;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A document")
class DocumentsTest {

  private static final int LONGEST = 120;

  static List<Path> documents() throws IOException {
    try (var docs = Files.list(Compose.ROOT.resolve("docs"));
        var decisions = Files.list(Compose.ROOT.resolve("docs/adr"));
        var services = Files.list(Compose.ROOT.resolve("services"))) {
      var readmes = services.map(it -> it.resolve("README.md")).filter(Files::exists);
      var roots = Stream.of("README.md", "services/web/ui/README.md").map(Compose.ROOT::resolve);
      return Stream.of(docs, decisions, readmes, roots)
          .flatMap(it -> it)
          .filter(it -> it.toString().endsWith(".md"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  @DisplayName("is read in any window: its lines are short, but for tables")
  void lines(Path document) throws IOException {
    assertThat(Files.readAllLines(document))
        .filteredOn(it -> !it.startsWith("|"))
        .allMatch(it -> it.length() <= LONGEST);
  }

  @ParameterizedTest
  @MethodSource("documents")
  @DisplayName("leads nowhere but to files that are there")
  void links(Path document) throws IOException {
    assertThat(found("\\]\\(([^)#:]+)[^):]*\\)", Files.readString(document)))
        .allSatisfy(it -> assertThat(document.resolveSibling(it)).exists());
  }

  @ParameterizedTest
  @MethodSource("alarms")
  @DisplayName("for operators has a section for each alarm")
  void alarms(String section) {
    assertThat(found("(?m)^## (.+)$", Compose.file("docs/operations.md")))
        .map(it -> it.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'))
        .contains(section);
  }

  static Stream<String> alarms() {
    return found("see: ([a-z-]+)", Compose.file("deploy/observe/prometheus/rules.yml")).stream();
  }
}
