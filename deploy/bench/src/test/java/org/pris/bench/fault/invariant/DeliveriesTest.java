package org.pris.bench.fault.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.bench.fault.observation.ReceivedDeliveries;

@DisplayName("Told:")
class DeliveriesTest {

  private static final String ABOUT = "told · " + Sample.CASE + " · ";

  final Sample sample = new Sample();

  @Test
  @DisplayName("finds a number that never came")
  void gap() {
    sample.receipts.removeIf(it -> it.endpoint().isEmpty() && it.sequence() == 2);
    assertThat(sample.found())
        .contains(
            ABOUT + "number 2 of 3 never came",
            ABOUT + "number 3 came first after 1",
            ABOUT
                + "tasks.laid-out.v1 of 2026-11-24T08:00:00.120Z happened 1 times and was told 0"
                + " times");
  }

  @Test
  @DisplayName("finds the last one missing, which leaves no gap")
  void lastMissing() {
    sample.receipts.removeLast();
    assertThat(sample.found())
        .containsExactly(
            ABOUT
                + "case.taken.v1 of 2026-11-24T08:00:00.120Z happened 1 times and was told 0"
                + " times");
  }

  @Test
  @DisplayName("finds one number with two ids")
  void twoIds() {
    sample.receipts.add(SampleReceipts.attempt(3, "d-4", "case.taken.v1", "body 3"));
    assertThat(sample.found()).contains(ABOUT + "number 3 has two ids: d-3 and d-4");
  }

  @Test
  @DisplayName("finds a repeat with another body")
  void otherBody() {
    sample.receipts.add(SampleReceipts.attempt(3, "d-3", "case.taken.v1", "body 3, or nearly"));
    assertThat(sample.found()).containsExactly(ABOUT + "number 3, d-3, has two bodies");
  }

  @Test
  @DisplayName("finds one that overtook")
  void overtook() {
    sample.receipts.addFirst(sample.receipts.removeLast());
    assertThat(sample.found()).contains(ABOUT + "number 3 came first after 0");
  }

  @Test
  @DisplayName("finds what never happened, and a wrong signature")
  void invented() {
    sample.receipts.add(
        new ReceivedDeliveries.Attempt(
            "",
            "d-4",
            Sample.CASE,
            4,
            "case.closed.v1",
            "2026-11-24T09:00:00Z",
            "b",
            401,
            false,
            " "));
    assertThat(sample.found())
        .containsExactlyInAnyOrder(
            ABOUT + "number 4, d-4, was not rightly signed",
            ABOUT + "case.closed.v1 of 2026-11-24T09:00:00Z was told and never happened");
  }

  @Test
  @DisplayName("finds one id under two numbers")
  void twoNumbers() {
    sample.receipts.add(SampleReceipts.attempt(4, "d-3", "case.taken.v1", "body 3"));
    assertThat(sample.found()).containsExactly(ABOUT + "d-3 has two numbers: 3 and 4");
  }

  @Test
  @DisplayName("finds what was told of a case of which nothing was to be told")
  void ofNoCase() {
    sample.receipts.add(
        new ReceivedDeliveries.Attempt(
            "",
            "d-9",
            "nothing",
            1,
            "case.opened.v1",
            "2026-11-24T09:00:00Z",
            "b",
            204,
            true,
            " "));
    assertThat(sample.found())
        .containsExactly("told · nothing · was told of, and nothing was to be told");
  }

  @Test
  @DisplayName("finds that an endpoint was told what it did not ask for, and not what it did")
  void filtered() {
    sample.receipts.add(
        SampleReceipts.at(
            "filtered", 204, SampleReceipts.attempt(2, "f-2", "case.taken.v1", "body f2")));
    sample.records.add(
        SampleEvents.record("tasks", Sample.event("8"), "task.completed.v1", 2, "{\"task\": {}}"));
    var at = " of 2026-11-24T08:00:00.120Z ";
    assertThat(sample.found())
        .contains(
            ABOUT + "endpoint filtered: case.taken.v1" + at + "was told and never happened",
            ABOUT
                + "endpoint filtered: task.completed.v1"
                + at
                + "happened 1 times and was told 0 times");
  }

  @Test
  @DisplayName("does not expect what is less severe than an endpoint asked for")
  void lessSevere() {
    var closed =
        SampleEvents.theCase(3, "CLOSED").replace("\"severity\": null", "\"severity\": \"MINOR\"");
    sample.records.add(
        SampleEvents.record("cases", Sample.event("8"), "case.closed.v1", 3, closed));
    assertThat(sample.found())
        .noneMatch(it -> it.contains("endpoint filtered"))
        .anyMatch(it -> it.contains("endpoint failing: case.closed.v1"));

    sample.records.add(
        SampleEvents.record(
            "cases", Sample.event("9"), "case.closed.v1", 4, closed.replace("MINOR", "MAJOR")));
    assertThat(sample.found()).anyMatch(it -> it.contains("endpoint filtered: case.closed.v1"));
  }

  @Test
  @DisplayName("counts the numbers of each endpoint by themselves")
  void perEndpoint() {
    sample.receipts.removeIf(it -> it.endpoint().equals("failing") && it.sequence() == 2);
    assertThat(sample.found()).contains(ABOUT + "endpoint failing: number 2 of 3 never came");
  }
}
