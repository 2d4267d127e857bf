package org.pris.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The demo's stories")
class StoryTest {

  final List<Story> stories = Story.all();

  @Test
  @DisplayName("are at least ten, each with a key of its own")
  void keys() {
    assertThat(stories).hasSizeGreaterThanOrEqualTo(10);
    assertThat(stories).extracting(Story::key).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("begin with a declaration or an opening, and only once")
  void beginnings() {
    for (var story : stories) {
      var verbs = story.steps().stream().map(Story.Step::verb).toList();
      assertThat(verbs.getFirst()).isIn("declare", "open");
      assertThat(verbs.subList(1, verbs.size())).doesNotContain("declare", "open");
    }
  }

  @Test
  @DisplayName("are told by the demo's people alone")
  void people() {
    var people =
        stories.stream()
            .flatMap(it -> it.steps().stream())
            .map(Story.Step::by)
            .collect(Collectors.toSet());

    assertThat(
            Set.of("declarant1", "declarant2", "declarant3", "responder1", "responder2", "lead1"))
        .containsAll(people);
  }

  @Test
  @DisplayName("merge into a story that was told before")
  void merges() {
    for (var i = 0; i < stories.size(); i++) {
      var before = stories.subList(0, i).stream().map(Story::key).toList();
      for (var step : stories.get(i).steps()) {
        if (step.verb().equals("merge")) {
          assertThat(before).contains(step.body().path("into").asString());
        }
      }
    }
  }

  @Test
  @DisplayName("count their moments from the first play")
  void moments() {
    var body =
        JsonMapper.shared()
            .readTree(
                """
                {"discoveredAt": "ago 1d 2h", "lines": [{"expectedReturn": "in 30m"}],
                 "text": "ago and in are words", "version": 3}\
                """);

    var filled = new RelativeTimes(Instant.parse("2026-11-24T12:00:00.123Z")).in(body);

    assertThat(filled.path("discoveredAt").asString()).isEqualTo("2026-11-23T10:00:00Z");
    assertThat(filled.path("lines").get(0).path("expectedReturn").asString())
        .isEqualTo("2026-11-24T12:30:00Z");
    assertThat(filled.path("text").asString()).isEqualTo("ago and in are words");
    assertThat(filled.path("version").asInt()).isEqualTo(3);
  }
}
