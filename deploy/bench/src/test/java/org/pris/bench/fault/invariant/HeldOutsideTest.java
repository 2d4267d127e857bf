package org.pris.bench.fault.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Held outside:")
class HeldOutsideTest {

  private static final String ABOUT = "held outside · " + Sample.CASE + " · ";

  final Sample sample = new Sample();
  final String head = "5 " + sample.entries.getLast().getString("hash");

  /** An endpoint accepted the anchor that told of the chain's end. */
  HeldOutsideTest() {
    var receipt = Sample.event("d");
    sample.receipts.add(SampleReceipts.anchor("a-1", head));
    sample.held.add(
        new Document("_id", receipt)
            .append("caseId", Sample.CASE)
            .append("seq", 5L)
            .append("hash", head.substring(2)));
    sample.records.add(
        SampleEvents.record("notifications", receipt, "anchor.accepted.v1", 1, "{}"));
  }

  @Test
  @DisplayName("finds nothing where all is well, and a repeat is accepted once")
  void well() {
    sample.receipts.add(sample.receipts.getLast());
    assertThat(sample.found()).isEmpty();
  }

  @Test
  @DisplayName("finds what was accepted and timeline does not know of")
  void forgotten() {
    sample.held.clear();
    assertThat(sample.found())
        .containsExactlyInAnyOrder(
            ABOUT + "entry " + head + " was accepted 1 times, and 0 times timeline knows of it",
            ABOUT + "receipt " + Sample.event("d") + " was told and is not kept");
  }

  @Test
  @DisplayName("finds what timeline knows to be held, and nobody accepted")
  void invented() {
    var last = sample.receipts.removeLast();
    sample.receipts.add(SampleReceipts.at("failing", 503, last));
    assertThat(sample.found())
        .containsExactly(ABOUT + "entry " + head + " is held by nobody who accepted it");
  }

  @Test
  @DisplayName("finds what is kept and was not told")
  void untold() {
    sample.records.removeLast();
    assertThat(sample.found())
        .containsExactly(ABOUT + "receipt " + Sample.event("d") + " was not told");
  }

  @Test
  @DisplayName("finds a head that is held and is not the chain's")
  void differs() {
    sample.receipts.removeLast();
    sample.receipts.add(SampleReceipts.anchor("a-1", "5 other"));
    sample.held.getFirst().append("hash", "other");
    assertThat(sample.found())
        .containsExactly(ABOUT + "entry 5 other is held outside and is not the chain's");
  }
}
