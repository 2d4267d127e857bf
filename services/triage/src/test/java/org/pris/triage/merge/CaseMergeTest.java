package org.pris.triage.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Deadline;
import org.pris.contracts.DeadlineStatus;
import org.pris.contracts.DeclaredFacts;
import org.pris.contracts.RegulatoryProfile;
import org.pris.contracts.Site;
import org.pris.triage.AffectedSite;
import org.pris.triage.Case;
import org.pris.triage.Declarations;
import org.pris.triage.Examples;
import org.pris.triage.Facts;
import org.pris.triage.command.CaseEdit.ChangeDeadline;
import org.pris.triage.deadline.Deadlines;
import org.pris.triage.edit.DeadlineSettlement;

@DisplayName("A case that takes in another")
class CaseMergeTest {

  static final String OWN = "990000010";
  static final String OTHERS = "990000028";
  static final Instant EARLIER = Facts.DISCOVERED.minus(Duration.ofHours(5));

  final Case target = Examples.received();
  final Case source = with(Examples.received(), site(OWN, EARLIER), site(OTHERS, EARLIER));

  @Test
  @DisplayName("touches its establishments too, and counts from the earlier discovery")
  void taken() {
    var taken = take(target, source);

    assertThat(taken.affected()).extracting(AffectedSite::finess).containsExactly(OWN, OTHERS);
    assertThat(taken.access().establishments()).hasSize(2);
    assertThat(taken.declared()).hasSize(2);
    assertThat(clock(taken, OWN, "GDPR_33"))
        .returns(EARLIER, Deadline::t0)
        .returns(2, Deadline::t0Revision)
        .returns(EARLIER.plus(Duration.ofDays(3)), Deadline::dueAt);
    assertThat(clock(taken, OTHERS, "GDPR_33").t0()).isEqualTo(EARLIER);
  }

  @Test
  @DisplayName("lets those that come along read from the merge on, and its own from the beginning")
  void joinedAt() {
    assertThat(take(target, source).access().establishments())
        .extracting(Site::since)
        .containsExactly(null, Examples.NOW);
  }

  @Test
  @DisplayName("counts from the earlier discovery also what was met already")
  void met() {
    var at = Examples.NOW;
    var here = settle(target, OWN, "GDPR_33", DeadlineStatus.MET, at);
    var there = settle(source, OWN, "GDPR_33", DeadlineStatus.MET, at);

    assertThat(clock(take(here, source), OWN, "GDPR_33"))
        .returns(DeadlineStatus.MET, Deadline::status)
        .returns(EARLIER, Deadline::t0);
    assertThat(clock(take(target, there), OWN, "GDPR_33"))
        .returns(DeadlineStatus.MET, Deadline::status)
        .returns(at, Deadline::at)
        .returns(EARLIER, Deadline::t0);
  }

  @Test
  @DisplayName("gives back all that came with it, and nothing of its own")
  void givenBack() {
    var said = settle(source, OWN, "LOPMI_COMPLAINT", DeadlineStatus.MET, Examples.NOW);
    var taken = take(target, said);
    var back = CaseMerge.givenBack(taken, source.id(), Examples.RULES);

    assertThat(clock(taken, OWN, "LOPMI_COMPLAINT").status()).isEqualTo(DeadlineStatus.MET);
    assertThat(back.affected()).isEqualTo(target.affected());
    assertThat(back.access()).isEqualTo(target.access());
    assertThat(back.declared()).isEqualTo(target.declared());
    assertThat(back.lifecycle()).isEqualTo(target.lifecycle());
    assertThat(back.assessment()).isEqualTo(target.assessment());
    assertThat(back.deadlines()).hasSameSizeAs(target.deadlines());
    assertThat(clock(back, OWN, "LOPMI_COMPLAINT"))
        .returns(DeadlineStatus.RUNNING, Deadline::status)
        .returns(Facts.DISCOVERED, Deadline::t0);
    assertThat(clock(back, OWN, "GDPR_33").t0Revision()).as("moved twice").isEqualTo(3);
    assertThat(CaseMerge.taken(back, said, Examples.NOW, Examples.RULES).affected()).hasSize(2);
  }

  @Test
  @DisplayName("keeps what it had settled itself, though the other said the same")
  void ownStatement() {
    var same = settle(source, OWN, "LOPMI_COMPLAINT", DeadlineStatus.MET, Examples.NOW);
    var taken =
        take(settle(target, OWN, "LOPMI_COMPLAINT", DeadlineStatus.MET, Examples.NOW), same);

    assertThat(
            clock(CaseMerge.givenBack(taken, source.id(), Examples.RULES), OWN, "LOPMI_COMPLAINT")
                .status())
        .isEqualTo(DeadlineStatus.MET);
  }

  @Test
  @DisplayName("keeps what a third brought too")
  void third() {
    var later = Facts.DISCOVERED.plusSeconds(60);
    var third =
        settle(
            with(Examples.received(), site(OTHERS, later)),
            OTHERS,
            "GDPR_33",
            DeadlineStatus.MET,
            Examples.NOW);
    var both = take(take(target, source), third);
    var back = CaseMerge.givenBack(both, source.id(), Examples.RULES);

    assertThat(back.affected()).extracting(AffectedSite::finess).containsExactly(OWN, OTHERS);
    assertThat(back.affected().getLast().since()).isEqualTo(later);
    assertThat(clock(back, OTHERS, "GDPR_33"))
        .returns(DeadlineStatus.MET, Deadline::status)
        .returns(later, Deadline::t0);
    assertThat(clock(back, OWN, "GDPR_33").t0()).isEqualTo(Facts.DISCOVERED);
    assertThat(CaseMerge.givenBack(back, third.id(), Examples.RULES).affected())
        .isEqualTo(target.affected());
  }

  @Test
  @DisplayName("tells the other what it learnt in its place, before the two part")
  void taught() {
    var taken = take(target, source);
    var newer = Facts.ransomware(source.id(), OWN, 2);
    var learnt =
        settle(
            Declarations.complemented(taken, newer, Examples.NOW),
            OTHERS,
            "GDPR_33",
            DeadlineStatus.MET,
            Examples.NOW);
    var taught = CaseMerge.taught(source, learnt);

    assertThat(taught.declared()).extracting(DeclaredFacts::version).containsExactly(2L);
    assertThat(taught.opening().description()).isEqualTo(source.opening().description());
    assertThat(clock(taught, OTHERS, "GDPR_33").status()).isEqualTo(DeadlineStatus.MET);
    assertThat(CaseMerge.taught(taught, learnt)).isEqualTo(taught);
    assertThat(CaseMerge.taught(source, taken)).isEqualTo(source);
  }

  private static Case take(Case target, Case source) {
    return CaseMerge.taken(target, source, Examples.NOW, Examples.RULES);
  }

  private static Case with(Case theCase, AffectedSite... sites) {
    return theCase
        .withAffected(Arrays.asList(sites))
        .withDeadlines(List.of())
        .recalculated(Examples.RULES);
  }

  private static AffectedSite site(String finess, Instant since) {
    return AffectedSite.of(
        Facts.establishment(finess, "990000002"),
        new RegulatoryProfile(
            org.pris.contracts.Answer.NO,
            org.pris.contracts.Answer.YES,
            org.pris.contracts.Answer.NO),
        since,
        Examples.NOW);
  }

  private static Case settle(
      Case theCase, String finess, String regime, DeadlineStatus status, Instant at) {
    var edit = new ChangeDeadline(1L, finess, regime, status, at, "R-1", null, null);
    return DeadlineSettlement.of(theCase, edit, Examples.RESPONDER, at, Examples.RULES).aggregate();
  }

  private static Deadline clock(Case theCase, String finess, String regime) {
    return Deadlines.find(theCase.deadlines(), finess, regime).orElseThrow().deadline();
  }
}
