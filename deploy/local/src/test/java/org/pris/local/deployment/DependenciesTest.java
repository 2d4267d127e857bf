package org.pris.local.deployment;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the lists that the build itself writes of what all is made of. */
@DisplayName("Everything that PRIS is made of")
class DependenciesTest {

  private static final Path ROOT = Path.of("../..");

  /** Those that ask for no more than to be named; of several, one is enough. */
  private static final Set<String> AGREED =
      Set.of(
          "Apache-2.0",
          "MIT",
          "MIT-0",
          "0BSD",
          "ISC",
          "Unlicense",
          "CC0-1.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "OFL-1.1",
          "EPL-2.0",
          "Eclipse Public License (EPL) 2.0",
          "Go License",
          "Bouncy Castle Licence");

  /**
   * The stand-in for MongoDB, in no service's jar: its licence wants to be named in advertising.
   */
  private static final String STAND_IN = "de.bwaldvogel";

  /** Without them the two tests of the lists would look at nothing. */
  @Test
  @DisplayName("is listed by every build")
  void listed() throws IOException {
    assertThat(Files.readString(ROOT.resolve("pom.xml")))
        .containsPattern(
            "(?s)<artifactId>cyclonedx-maven-plugin</artifactId>((?!</plugin>).)*"
                + "<phase>package</phase>((?!</plugin>).)*<goal>makeAggregateBom</goal>")
        .doesNotContain("cyclonedx.skip");
    assertThat(Files.readString(ROOT.resolve("services/web/pom.xml")))
        .containsPattern(
            "(?s)<phase>package</phase>((?!</execution>).)*"
                + "<outputFile>\\$\\{project.build.directory}/bom.json</outputFile>"
                + "((?!</execution>).)*--sbom-format=cyclonedx");
  }

  @Test
  @DisplayName("has, on the servers, a licence that was agreed to")
  void servers() {
    var list = ROOT.resolve("target/bom.json");
    assumeTrue(Files.exists(list));
    var parts = JsonMapper.shared().readTree(list.toFile()).at("/components");
    // a build of single modules writes none, or of those alone
    assumeTrue(parts.valueStream().anyMatch(it -> it.path("name").asString().equals("web")));

    assertThat(parts.size()).isGreaterThan(200);
    assertThat(parts)
        .filteredOn(it -> !it.path("group").asString().equals(STAND_IN))
        .allSatisfy(part ->
            assertThat(licences(part))
                .as(part.at("/purl").asString())
                .containsAnyElementsOf(AGREED));
  }

  @Test
  @DisplayName("has, in the browser, a licence that was agreed to")
  void browser() {
    var locked =
        JsonMapper.shared()
            .readTree(ROOT.resolve("services/web/ui/package-lock.json").toFile())
            .at("/packages");
    var shipped =
        locked.properties().stream()
            .filter(it -> !it.getKey().isEmpty() && !it.getValue().path("dev").asBoolean(false))
            .toList();

    assertThat(shipped)
        .hasSizeGreaterThan(30)
        .allSatisfy(it ->
            assertThat(choices(it.getValue().path("license").asString()))
                .as(it.getKey())
                .containsAnyElementsOf(AGREED));
  }

  @Test
  @DisplayName("has, in the list of the browser's parts, a licence that was agreed to")
  void browsersList() {
    var list = ROOT.resolve("services/web/target/bom.json");
    assumeTrue(Files.exists(list)); // the service's own build may not have been of today
    var parts = JsonMapper.shared().readTree(list.toFile()).at("/components");

    assertThat(parts)
        .hasSizeGreaterThan(30)
        .allSatisfy(part ->
            assertThat(licences(part))
                .as(part.at("/purl").asString())
                .containsAnyElementsOf(AGREED));
  }

  private static Set<String> licences(JsonNode part) {
    return part.path("licenses")
        .valueStream()
        .flatMap(it ->
            it.has("expression")
                ? choices(it.path("expression").asString())
                : Stream.of(it.at("/license/id").asString(it.at("/license/name").asString(""))))
        .collect(toSet());
  }

  /** Of {@code (MIT OR CC0-1.0)} the two; what asks for two together is a name of its own. */
  private static Stream<String> choices(String expression) {
    return Stream.of(expression.replaceAll("^\\(|\\)$", "").split(" OR ", -1));
  }
}
