package org.pris.bench.fault.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Conservation")
class ConservationTest {

  final Sample sample = new Sample();

  @Test
  @DisplayName("holds where all is well, and so do the other four")
  void holds() {
    assertThat(sample.found()).isEmpty();
  }

  @Test
  @DisplayName("finds a declaration that was answered and is not there")
  void lost() {
    sample.ledger.declared("key-2", "lost", "DEC-2026-000002");
    assertThat(sample.found())
        .containsExactly("conservation · lost · was answered 201 and is no declaration");
  }

  @Test
  @DisplayName("finds a declaration that nobody was answered, and that has no case")
  void unasked() {
    sample.declarations.add(
        Document.parse("{\"_id\": \"more\", \"reference\": \"DEC-2026-000002\", \"revision\": 0}"));
    assertThat(sample.found())
        .contains(
            "conservation · more · is a declaration that nobody was answered",
            "conservation · more · is a declaration without a case");
  }

  @Test
  @DisplayName("finds two cases under one reference")
  void sameReference() {
    sample.cases.add(new Document(sample.cases.getFirst()).append("_id", "twin"));
    assertThat(sample.found())
        .contains(
            "conservation · twin · case has the reference PRIS-2026-000001 of " + Sample.CASE);
  }

  @Test
  @DisplayName("finds a key that was answered with two ids")
  void twoIds() {
    sample.ledger.declared("key-1", "other", "DEC-2026-000002");
    assertThat(sample.found())
        .contains("conservation · idempotency · key key-1 answered " + Sample.CASE + " and other");
  }

  @Test
  @DisplayName("finds a dead letter, an event still to be published, and half a merge")
  void leftOver() {
    sample.deadLetters.add("pris.cases.dlt");
    sample.pending.put("triage.cases", 3L);
    sample.cases.getFirst().get("course", Document.class).append("merging", new Document());
    assertThat(sample.found())
        .containsExactlyInAnyOrder(
            "conservation · pris.cases.dlt · 1 dead letters that nobody decided of",
            "conservation · triage.cases · 3 documents have something still to be published",
            "conservation · " + Sample.CASE + " · is stuck in the middle of a merge");
  }

  @Test
  @DisplayName("finds two declarations under one reference")
  void sameDeclarationReference() {
    sample.declarations.add(new Document(sample.declarations.getFirst()).append("_id", "twin"));
    assertThat(sample.found())
        .contains(
            "conservation · twin · declaration has the reference DEC-2026-000001 of "
                + Sample.CASE);
  }

  @Test
  @DisplayName("finds a declaration that is stored under another reference than was answered")
  void otherReference() {
    sample.declarations.getFirst().append("reference", "DEC-2026-000009");
    assertThat(sample.found())
        .contains(
            "conservation · "
                + Sample.CASE
                + " · was answered as DEC-2026-000001, is DEC-2026-000009");
  }

  @Test
  @DisplayName("finds a case that nobody declared")
  void undeclared() {
    sample.cases.add(new Document(sample.cases.getFirst()).append("_id", "more"));
    assertThat(sample.found()).contains("conservation · more · is a case that nobody declared");
  }
}
