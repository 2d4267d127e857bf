package org.pris.triage.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.CareLineCode;
import org.pris.contracts.CareMode;
import org.pris.contracts.CareState;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Severity;
import org.pris.platform.problem.Invalid;
import org.pris.platform.problem.RuleViolation;
import org.pris.triage.Case;
import org.pris.triage.Declarations;
import org.pris.triage.Examples;
import org.pris.triage.Facts;
import org.pris.triage.command.CaseEdit.Assign;
import org.pris.triage.command.CaseEdit.ChangeAccess;
import org.pris.triage.command.CaseEdit.ChangeCare;
import org.pris.triage.command.CaseEdit.Line;

@DisplayName("A case that is edited")
class CaseEditsTest {

  final Case received = Examples.received();

  @Test
  @DisplayName("has a care mode of at least what its lines say")
  void careMode() {
    assertThat(care(line(CareLineCode.EMERGENCY, CareState.DIVERTED)).care().careMode())
        .isEqualTo(CareMode.DEGRADED);
    assertThat(care(line(CareLineCode.SURGERY, CareState.STOPPED)).care().careMode())
        .isEqualTo(CareMode.INTERRUPTED);
    assertThat(care(line(CareLineCode.SURGERY, CareState.NORMAL)).care().careMode())
        .isEqualTo(CareMode.NORMAL);
  }

  @Test
  @DisplayName("keeps what an edit of care does not speak of, and takes a line once")
  void careKept() {
    var first = care(line(CareLineCode.SURGERY, CareState.STOPPED));
    var second =
        CaseEdits.care(
                first,
                new ChangeCare(
                    2L,
                    PatientHarm.PROVEN,
                    null,
                    Optional.of(true),
                    Optional.of(4),
                    null,
                    null,
                    null),
                Examples.RESPONDER,
                Examples.NOW,
                Examples.RULES)
            .aggregate();

    assertThat(second.care().lines()).hasSize(1);
    assertThat(second.care().cancelledOperations()).isEqualTo(4);
    assertThat(second.version()).isEqualTo(3);
    assertThat(second.revision()).isEqualTo(3);
    assertThatThrownBy(() ->
            care(
                line(CareLineCode.SURGERY, CareState.STOPPED),
                line(CareLineCode.SURGERY, CareState.NORMAL)))
        .isInstanceOf(Invalid.class);
  }

  @Test
  @DisplayName("takes no edit once it ended")
  void ended() {
    var closed = Examples.at(CaseStatus.CLOSED, Severity.MINOR);

    assertThatThrownBy(() ->
            CaseEdits.assignees(
                closed,
                new Assign(1L, List.of("responder1"), null, null),
                Examples.RESPONDER,
                Examples.NOW,
                Examples.RULES))
        .isInstanceOf(RuleViolation.class)
        .hasMessage("CASE_NOT_OPEN");
  }

  @Test
  @DisplayName("is never locked for good, and is worked on only by those admitted")
  void restricted() {
    assertThatThrownBy(() -> restrict("responder2")).isInstanceOf(Invalid.class);

    var restricted = restrict("lead1");
    assertThatThrownBy(() ->
            CaseEdits.assignees(
                restricted,
                new Assign(1L, List.of("responder2"), null, null),
                Examples.LEAD,
                Examples.NOW,
                Examples.RULES))
        .isInstanceOf(RuleViolation.class)
        .hasMessage("NOT_ADMITTED");
  }

  @Test
  @DisplayName("learns a newer declaration, an older one never")
  void complement() {
    var newer = Facts.ransomware(received.id(), "990000010", 3);
    var complemented = Declarations.complemented(received, newer, Examples.NOW);

    assertThat(Declarations.knows(complemented, Facts.ransomware(received.id(), "990000010", 2)))
        .isTrue();
    assertThat(Declarations.knows(received, newer)).isFalse();
    assertThat(complemented.declared()).hasSize(1).allMatch(it -> it.description().isEmpty());
    assertThat(
            Declarations.complemented(
                    received, Facts.ransomware(UUID.randomUUID(), "990000010"), Examples.NOW)
                .declared())
        .hasSize(2);
  }

  private Case care(Line... lines) {
    return CaseEdits.care(
            received,
            new ChangeCare(
                1L, PatientHarm.NONE, CareMode.NORMAL, null, null, null, List.of(lines), "Seen"),
            Examples.RESPONDER,
            Examples.NOW,
            Examples.RULES)
        .aggregate();
  }

  private static Line line(CareLineCode code, CareState state) {
    return new Line(code, state, null, null, null);
  }

  private Case restrict(String only) {
    return CaseEdits.access(
            received,
            new ChangeAccess(
                1L, true, List.of(only), EstablishmentSide.ALL, List.of(), "An insider"),
            Examples.LEAD,
            Examples.NOW,
            Examples.RULES)
        .aggregate();
  }
}
