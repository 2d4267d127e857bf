package org.pris.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Access;
import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Topics;
import org.pris.platform.outbox.Change;
import org.pris.platform.store.References;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Issuer;
import org.pris.triage.deadline.Deadlines;
import org.pris.triage.listener.CaseProjection;
import org.springframework.beans.factory.annotation.Autowired;

@FlowTest
@DisplayName("A merge of two cases")
class MergeFlowTest extends TwoCases {

  @Autowired CaseProjection incoming;

  @Autowired Deadlines rules;

  @Autowired References references;

  @Test
  @DisplayName("ends the source, and the target takes in its establishment and its clocks")
  void merged() {
    merge(source, target).expectStatus().isOk();

    assertThat(cases.find(source).orElseThrow().status()).isEqualTo(CaseStatus.MERGED);
    var taken = cases.find(target).orElseThrow();
    assertThat(taken.lifecycle().absorbed()).extracting(MergedPart::id).containsExactly(source);
    assertThat(taken.affected())
        .extracting(AffectedSite::finess)
        .containsExactly("990000044", "990000010");
    assertThat(taken.version()).as("nobody decided on the target").isEqualTo(1);
    published.await(Topics.CASES, source, "case.merged.v1");
    published.await(Topics.CASES, target, "case.absorbed.v1");
  }

  @Test
  @DisplayName("is refused into itself, in a cycle, and into what ended")
  void refused() {
    merge(source, source)
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.reasons[0].code")
        .isEqualTo("MERGE_INTO_ITSELF");
    merge(source, target).expectStatus().isOk();
    merge(target, source)
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.reasons[0].code")
        .isEqualTo("TARGET_NOT_OPEN");
    merge(source, UUID.randomUUID()).expectStatus().isEqualTo(422);
    assertThat(cases.find(target).orElseThrow().lifecycle().merging()).isNull();
  }

  @Test
  @DisplayName("makes complements of the source known at the end of the chain")
  void complements() {
    var end = declared.ransomware("990000010");
    merge(source, target).expectStatus().isOk();
    merge(target, end).expectStatus().isOk();

    declared.complement(Facts.ransomware(source, "990000010", 2));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(cases.find(end).orElseThrow().declared())
                .anyMatch(it -> it.id().equals(source) && it.version() == 2));
  }

  @Test
  @DisplayName("can be undone by a lead")
  void unmerged() {
    merge(source, target).expectStatus().isOk();
    var undo = "{'action': 'unmerge', 'version': 2, 'reason': 'Another cause'}";
    steps(source).move(undo).expectStatus().isForbidden();
    lead(source).move(undo).expectStatus().isOk();

    assertParted();
    published.await(Topics.CASES, source, "case.unmerged.v1");
    published.await(Topics.CASES, target, "case.access-changed.v1");
    merge(source, target).expectStatus().isOk();
    assertThat(cases.find(target).orElseThrow().affected()).as("joined again").hasSize(2);
  }

  @Test
  @DisplayName("lets the source be seen by those alone who see the target")
  void restricted() {
    merge(source, target).expectStatus().isOk();
    lead(target)
        .post(
            "access",
            "{'version': 1, 'restricted': true, 'people': ['lead1'], 'establishmentSide': 'NONE',"
                + " 'establishmentPeople': [], 'reason': 'An insider'}")
        .expectStatus()
        .isOk();

    published.await(Topics.CASES, source, "case.access-changed.v1");
    steps(source).get().expectStatus().isNotFound();
    merge(declared.ransomware("990000010"), target).expectStatus().isEqualTo(422);
  }

  @Test
  @DisplayName("never puts back who saw the source before, however long its listener slept")
  void slept() {
    merge(source, target).expectStatus().isOk();
    seenBy("lead1");
    var asleep = mock(Clock.class);
    when(asleep.instant())
        .thenAnswer(_ -> {
          seenBy("lead2");
          incoming.accessChanged(target, "Another knows", null);
          return Examples.NOW;
        });

    new CaseProjection(aggregates, rules, references, asleep)
        .accessChanged(target, "An insider", null);

    assertThat(cases.find(source).orElseThrow().access().people())
        .containsExactly(Issuer.subject("lead2"));
  }

  /** The target, untold: who follows is the test's to say. */
  private void seenBy(String person) {
    aggregates.update(
        Case.class,
        target,
        it ->
            Change.silent(
                it.with(
                    new Access(
                        it.access().establishments(),
                        true,
                        List.of(Issuer.subject(person)),
                        EstablishmentSide.NONE,
                        List.of()))));
  }
}
