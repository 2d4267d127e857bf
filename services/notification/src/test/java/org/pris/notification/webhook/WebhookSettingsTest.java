package org.pris.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.contracts.Severity;
import org.pris.notification.CaseFixture;

@DisplayName("An endpoint")
public class WebhookSettingsTest {

  static final String TYPE = "case.care-changed.v1";

  final CaseFixture theCase = CaseFixture.any();

  public static WebhookSettings settings(
      List<String> events, List<String> departments, @Nullable Severity minimum, boolean exercise) {
    return new WebhookSettings(
        "https://ars.example", "", events, departments, minimum, exercise, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "case.*", "case.care-changed", "case.care-changed.v1"})
  @DisplayName("is told of the events that its patterns name")
  void events(String pattern) {
    assertThat(settings(List.of(pattern), List.of(), null, false).wants(TYPE, theCase.state()))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"task.*", "case.care", "case.care-changed.v2", "cas.*", "case.care-changed.*.*"})
  @DisplayName("is told of no others")
  void otherEvents(String pattern) {
    assertThat(settings(List.of(pattern), List.of(), null, false).wants(TYPE, theCase.state()))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "-a", ".a", ".a-a", "1"})
  @DisplayName("is given no pattern that is long, and a very long one is no deeper to look at")
  void longPatterns(String part) {
    assertThat(Pattern.matches(WebhookSettings.PATTERN, "a" + part.repeat(60_000))).isFalse();
    assertThat(Pattern.matches(WebhookSettings.PATTERN, TYPE)).isTrue();
  }

  @Test
  @DisplayName("is told of its départements, or of all")
  void departments() {
    assertThat(wants(List.of("38", "73"))).isTrue();
    assertThat(wants(List.of("73"))).isFalse();
    assertThat(wants(List.of())).isTrue();
  }

  private boolean wants(List<String> departments) {
    return settings(List.of("*"), departments, null, false).wants(TYPE, theCase.state());
  }

  @ParameterizedTest(name = "minimum {0}, given {1}, presumed {2}: {3}")
  @CsvSource({
    "MAJOR,CRISIS,,true",
    "MAJOR,MAJOR,,true",
    "MAJOR,MINOR,CRISIS,false",
    "MAJOR,,MINOR,true",
    "MAJOR,,,true",
    "CRISIS,MAJOR,,false",
    ",ANOMALY,,true"
  })
  @DisplayName("is told from its minimum upward, and of all that has no severity yet")
  void minimum(
      @Nullable Severity minimum,
      @Nullable Severity given,
      @Nullable Severity presumed,
      boolean told) {
    assertThat(
            settings(List.of("*"), List.of(), minimum, false)
                .wants(TYPE, theCase.of(given, presumed).state()))
        .isEqualTo(told);
  }

  @Test
  @DisplayName("is told of exercises only where it wants them")
  void exercises() {
    var exercise = theCase.forExercise().state();

    assertThat(settings(List.of("*"), List.of(), null, false).wants(TYPE, exercise)).isFalse();
    assertThat(settings(List.of("*"), List.of(), null, true).wants(TYPE, exercise)).isTrue();
    assertThat(settings(List.of("*"), List.of(), null, true).wants(TYPE, theCase.state())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "*,true",
    "case.*,true",
    "case.care-changed.v1,true",
    "tasks.laid-out,true",
    "**,false",
    "case.,false",
    ".case,false",
    "Case.*,false",
    "case.*.v1,false",
    "case..*,false"
  })
  @DisplayName("has patterns of one form")
  void patterns(String pattern, boolean valid) {
    assertThat(pattern.matches(WebhookSettings.PATTERN)).isEqualTo(valid);
  }
}
