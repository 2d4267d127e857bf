package org.pris.intake.establishment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The file of the registry")
class RegistryFileTest {

  final List<RegistryLine> lines;

  RegistryFileTest() throws Exception {
    lines = RegistryFile.lines();
  }

  @Test
  @DisplayName("holds fictitious establishments of each département of the region, none real")
  void fictitious() {
    assertThat(lines).hasSizeGreaterThanOrEqualTo(45);
    assertThat(lines.stream().map(RegistryLine::department).distinct())
        .containsExactlyInAnyOrder(
            "01", "03", "07", "15", "26", "38", "42", "43", "63", "69", "73", "74");
    assertThat(lines)
        .allSatisfy(it -> {
          assertThat(List.of(it.finess(), it.legalEntity()))
              .allMatch(number -> number.startsWith("99")) // a département that there is not
              .allMatch(number -> Finess.read(number).orElseThrow().key() == Finess.Key.RIGHT);
          assertThat(it.switchboard()).startsWith("+33 4 65 71"); // kept free for fiction
          assertThat(it.email()).endsWith(".example");
        });
  }

  @Test
  @DisplayName("names each establishment once, and legal entities of several sites")
  void numbers() {
    assertThat(lines.stream().map(RegistryLine::finess)).doesNotHaveDuplicates();
    var sites =
        lines.stream()
            .collect(Collectors.groupingBy(RegistryLine::legalEntity, Collectors.counting()));
    assertThat(sites.get("990000036")).isGreaterThanOrEqualTo(2);
    assertThat(sites.values().stream().filter(it -> it > 1)).hasSizeGreaterThan(5);
    assertThat(lines.stream().map(RegistryLine::finess))
        .doesNotContainAnyElementsOf(sites.keySet());
  }

  @Test
  @DisplayName("names the establishments that the demo accounts belong to")
  void demo() {
    assertThat(line("990000010").category()).isEqualTo("355");
    assertThat(line("990000028").legalEntity()).isNotEqualTo(line("990000010").legalEntity());
  }

  private RegistryLine line(String finess) {
    return lines.stream().filter(it -> it.finess().equals(finess)).findFirst().orElseThrow();
  }
}
