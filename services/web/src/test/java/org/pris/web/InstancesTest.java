package org.pris.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.web.route.ServiceInstances;

@DisplayName("The instances of a service")
class InstancesTest {

  static final URI ONE = URI.create("http://one:8082");
  static final URI OTHER = URI.create("http://other:8082");
  static final URI THIRD = URI.create("http://third:8082");

  final ServiceInstances instances =
      new ServiceInstances(
          new WebSettings(
              URI.create("http://localhost:8080"),
              "secret",
              Map.of("triage", List.of(ONE, OTHER, THIRD)),
              "",
              URI.create("https://signalement.example")));

  @Test
  @DisplayName("are the same one for the same number, and all of them for many")
  void sameNumber() {
    for (var number : List.of(7, -7, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
      assertThat(many(number, number, number, number)).hasSize(1);
    }
    assertThat(many(1, 2, 3)).containsExactlyInAnyOrder(ONE, OTHER, THIRD);
  }

  @Test
  @DisplayName("are another one for that number once it failed, and the same again in need")
  void failed() {
    var own = choose(Set.of(), 7);
    instances.failed("triage", own);

    var next = choose(Set.of(), 7);
    assertThat(next).isNotEqualTo(own);
    assertThat(many(7, 7, 7)).containsExactly(next);

    List.of(ONE, OTHER, THIRD).forEach(it -> instances.failed("triage", it));
    assertThat(choose(Set.of(), 7)).isEqualTo(own);
  }

  @Test
  @DisplayName("are each tried once")
  void tried() {
    assertThat(choose(Set.of(ONE, THIRD), 7)).isEqualTo(OTHER);
    assertThat(instances.choose("triage", Set.of(ONE, OTHER, THIRD), 7)).isEmpty();
  }

  @Test
  @DisplayName("take turns where no number is said")
  void turns() {
    assertThat(IntStream.range(0, 3).mapToObj(_ -> instances.choose("triage", Set.of())))
        .flatMap(it -> it.stream().toList())
        .containsExactlyInAnyOrder(ONE, OTHER, THIRD);
  }

  private URI choose(Set<URI> tried, int number) {
    return instances.choose("triage", tried, number).orElseThrow();
  }

  private Set<URI> many(int... numbers) {
    return IntStream.of(numbers).mapToObj(it -> choose(Set.of(), it)).collect(Collectors.toSet());
  }
}
