package org.pris.triage.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Access;
import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.RegulatoryProfile;
import org.pris.platform.problem.Reason;
import org.pris.platform.problem.RuleViolation;
import org.pris.triage.AffectedSite;
import org.pris.triage.Case;
import org.pris.triage.Examples;
import org.pris.triage.Facts;
import org.pris.triage.command.CaseEdit.ChangeAccess;
import org.pris.triage.edit.CaseEdits;
import org.pris.triage.lifecycle.MergeRules;

@DisplayName("A case that is merged")
class MergedAccessTest {

  static final String OWN = "990000010";
  static final String OTHERS = "990000028";
  static final Instant EARLIER = Facts.DISCOVERED.minus(Duration.ofHours(5));

  final Case target = Examples.received();
  final Case source = with(Examples.received(), site(OWN, EARLIER), site(OTHERS, EARLIER));

  @Test
  @DisplayName("is seen by the same people, and touches no more than a case may")
  void refused() {
    var insiders = seen(source, true, EstablishmentSide.ALL);
    var quiet = seen(source, false, EstablishmentSide.NONE);
    var many =
        with(
            Examples.received(),
            IntStream.range(0, 20)
                .mapToObj(it -> site("9900001%02d".formatted(it), EARLIER))
                .toArray(AffectedSite[]::new));

    assertThat(MergeRules.refusal(target, source)).isEmpty();
    assertThat(MergeRules.refusal(target, insiders)).containsExactly(new Reason("ACCESS_DIFFERS"));
    assertThat(MergeRules.refusal(insiders, target)).containsExactly(new Reason("ACCESS_DIFFERS"));
    assertThat(MergeRules.refusal(target, quiet)).containsExactly(new Reason("ACCESS_DIFFERS"));
    assertThat(MergeRules.refusal(seen(target, true, EstablishmentSide.ALL), insiders)).isEmpty();
    assertThat(MergeRules.refusal(target, many))
        .containsExactly(new Reason("TOO_MANY_AFFECTED", "most", 20));
  }

  @Test
  @DisplayName("is seen as the one that it was merged into, which alone decides")
  void seenAs() {
    var merged = source.with(source.lifecycle().merged(target, Examples.NOW));
    var restricted = seen(target, true, EstablishmentSide.NONE);
    var edit =
        new ChangeAccess(1L, true, List.of("lead1"), EstablishmentSide.ALL, List.of(), "Insider");

    assertThat(CaseMerge.seenAs(restricted, merged).access())
        .returns(true, Access::restricted)
        .returns(EstablishmentSide.NONE, Access::establishmentSide)
        .returns(source.access().establishments(), Access::establishments);
    assertThat(CaseMerge.seenAs(restricted, source)).isEqualTo(source);
    assertThatThrownBy(
            () -> CaseEdits.access(merged, edit, Examples.LEAD, Examples.NOW, Examples.RULES))
        .isInstanceOf(RuleViolation.class)
        .hasMessage("CASE_NOT_OPEN");
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

  private static Case seen(Case theCase, boolean restricted, EstablishmentSide side) {
    return theCase.with(
        new Access(
            theCase.access().establishments(), restricted, List.of("lead1"), side, List.of()));
  }
}
