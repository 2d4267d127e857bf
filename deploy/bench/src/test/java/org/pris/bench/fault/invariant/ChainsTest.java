package org.pris.bench.fault.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The chain:")
class ChainsTest {

  private static final String ABOUT = "chain · " + Sample.CASE + " · ";

  final Sample sample = new Sample();

  @Test
  @DisplayName("finds an entry whose head was changed")
  void changedHead() {
    sample.change(1, it -> it.append("head", it.getString("head").replace("opened", "closed")));
    assertThat(sample.found()).containsExactly(ABOUT + "entry 2: its hash is not that of its head");
  }

  @Test
  @DisplayName("finds an entry that was rewritten together with its hash")
  void rewritten() {
    sample.head(1, sample.entries.get(1).getString("head").replace("opened", "closed"));
    assertThat(sample.found()).containsExactly(ABOUT + "entry 3 does not follow the one before");
  }

  @Test
  @DisplayName("finds a text that is not the one sealed")
  void changedText() {
    Objects.requireNonNull(sample.contents.get(Sample.NOTE)).append("text", "[\"salt\",\"autre\"]");
    assertThat(sample.found()).containsExactly(ABOUT + "entry 5: its text is not what was sealed");
  }

  @Test
  @DisplayName("finds nothing wrong with a member that was removed by order")
  void redacted() {
    sample.redact(5, "text");
    assertThat(sample.found()).isEmpty();
  }

  @Test
  @DisplayName("finds a member that is gone although no entry says so")
  void removed() {
    Objects.requireNonNull(sample.contents.get(Sample.NOTE)).remove("text");
    assertThat(sample.found())
        .containsExactly(ABOUT + "entry 5: no entry says why its text is gone");
  }

  @Test
  @DisplayName("finds a member that is gone although another one was ordered to go")
  void otherRemoved() {
    sample.redact(5, "text");
    Objects.requireNonNull(sample.contents.get(Sample.NOTE)).remove("author");
    Objects.requireNonNull(sample.contents.get(Sample.event("2"))).remove("text");
    assertThat(sample.found())
        .containsExactlyInAnyOrder(
            ABOUT + "entry 5: no entry says why its author is gone",
            ABOUT + "entry 2: no entry says why its text is gone");
  }

  @Test
  @DisplayName("finds content that is missing whole")
  void noContent() {
    sample.contents.remove(Sample.event("3"));
    assertThat(sample.found()).containsExactly(ABOUT + "entry 4: its content is missing");
  }

  @Test
  @DisplayName("finds a head that is not in the form that others would hash")
  void otherForm() {
    sample.head(4, sample.entries.get(4).getString("head").replaceFirst(",", ", "));
    Objects.requireNonNull(sample.ends.get(Sample.CASE))
        .append("hash", sample.entries.get(4).getString("hash"));
    assertThat(sample.found())
        .containsExactly(ABOUT + "entry 5: its head is not in canonical form");
  }

  @Test
  @DisplayName("finds an index that says another thing than the head")
  void otherIndex() {
    sample.change(3, it -> it.append("eventId", Sample.event("9")));
    sample.contents.put(
        Sample.event("9"), Objects.requireNonNull(sample.contents.get(Sample.event("3"))));
    assertThat(sample.found()).contains(ABOUT + "entry 4: its eventId is not that of its head");
  }

  @Test
  @DisplayName("finds a number that is missing")
  void gap() {
    sample.change(4, it -> it.append("seq", 6L));
    assertThat(sample.found()).contains(ABOUT + "entry 5 has the number 6");
  }

  @Test
  @DisplayName("finds an event that is not in it, and one that is in it twice")
  void events() {
    sample.records.add(
        SampleEvents.record("timeline", Sample.event("9"), "note.written.v1", 1, "{}"));
    sample.append(Sample.event("2"));
    assertThat(sample.found())
        .containsExactlyInAnyOrder(
            ABOUT + "event " + Sample.event("9") + " was published and is not in the chain",
            ABOUT + "its chain holds an event twice",
            "log equals state · "
                + Sample.event("9")
                + " · pris.timeline speaks of what is not stored");
  }

  @Test
  @DisplayName("finds an entry that nobody published")
  void unpublished() {
    sample.append(Sample.event("9"));
    assertThat(sample.found())
        .containsExactly(
            ABOUT + "event " + Sample.event("9") + " is in the chain and was not published");
  }

  @Test
  @DisplayName("finds a note that was acknowledged and is not there")
  void note() {
    sample.ledger.noted(Sample.CASE, "gone");
    assertThat(sample.found())
        .containsExactly(ABOUT + "its note gone was acknowledged, and is there 0 times");
  }

  @Test
  @DisplayName("finds an end that anchors would take for another")
  void end() {
    sample.ends.put(Sample.CASE, new Document("seq", 4L).append("hash", "old"));
    assertThat(sample.found()).anyMatch(it -> it.startsWith(ABOUT + "its chain has 5 entries"));
  }
}
