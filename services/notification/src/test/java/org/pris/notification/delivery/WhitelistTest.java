package org.pris.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.CaseEvent;
import org.pris.contracts.TaskEvent;
import org.pris.contracts.TimelineEvent;

@DisplayName("The whitelist of events")
class WhitelistTest {

  /** What the agency is not told: who does what, who may see, what a person answered. */
  static final Set<String> NEVER =
      Set.of(
          "case.assigned.v1",
          "case.access-changed.v1",
          "case.hold-over.v1",
          "task.added.v1",
          "task.started.v1",
          "task.blocked.v1",
          "task.assigned.v1",
          "task.due-changed.v1",
          "task.answered.v1",
          "note.written.v1",
          "entry.redacted.v1");

  @Test
  @DisplayName("has decided on every event there is")
  void decided() {
    var types = Stream.of(CaseEvent.class, TaskEvent.class, TimelineEvent.class);
    var untold =
        types
            .flatMap(it -> Arrays.stream(it.getPermittedSubclasses()))
            .filter(it -> !Whitelist.TYPES.contains(it))
            .filter(it -> !Whitelist.OF_TIMELINES.contains(it))
            .map(WhitelistTest::name)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(untold).isEqualTo(new TreeSet<>(NEVER));
  }

  private static String name(Class<?> type) {
    return type.getAnnotation(com.fasterxml.jackson.annotation.JsonTypeName.class).value();
  }

  @Test
  @DisplayName("admits no type that this build does not know")
  void unknown() {
    assertThat(Whitelist.admits(null)).isFalse();
    assertThat(Whitelist.admits("case.invented.v1")).isFalse();
  }
}
