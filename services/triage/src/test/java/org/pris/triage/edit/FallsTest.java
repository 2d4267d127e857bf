package org.pris.triage.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.CareLine;
import org.pris.contracts.CareLineCode;
import org.pris.contracts.CareMode;
import org.pris.contracts.CareState;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Severity;
import org.pris.platform.problem.Invalid;
import org.pris.platform.problem.RuleViolation;
import org.pris.triage.AffectedSite;
import org.pris.triage.Case;
import org.pris.triage.Examples;
import org.pris.triage.Facts;
import org.pris.triage.Team;
import org.pris.triage.command.CaseEdit.Assign;
import org.pris.triage.command.CaseEdit.ChangeCare;
import org.pris.triage.command.CaseEdit.Line;

@DisplayName("An edit")
class FallsTest {

  final Case theCase = Examples.received(); // harm POTENTIAL, care DEGRADED, as declared

  @Test
  @DisplayName("keeps all that it does not speak of: lines, numbers, harm")
  void untouched() {
    var bad =
        care(theCase, PatientHarm.PROVEN, null, line(CareLineCode.EMERGENCY, CareState.STOPPED));

    var after = change(bad, new ChangeCare(1L, null, null, null, null, Optional.of(1), null, null));

    assertThat(after.care().transfers()).isEqualTo(1);
    assertThat(after.care().patientHarm()).isEqualTo(PatientHarm.PROVEN);
    assertThat(after.care().careMode()).isEqualTo(CareMode.INTERRUPTED);
    assertThat(after.care().lines()).extracting(CareLine::line).containsExactly(EMERGENCY);
    var other = care(after, null, null, line(CareLineCode.SURGERY, CareState.DEGRADED));
    assertThat(other.care().lines()).hasSize(2);
  }

  static final CareLineCode EMERGENCY = CareLineCode.EMERGENCY;

  @Test
  @DisplayName("tells a number that is not known from one that nobody touched")
  void cleared() {
    var three =
        change(theCase, new ChangeCare(1L, null, null, null, null, Optional.of(3), null, null));
    var cleared =
        change(three, new ChangeCare(1L, null, null, null, null, Optional.empty(), null, null));

    assertThat(cleared.care().transfers()).isNull();
  }

  @Test
  @DisplayName("lowers patient harm or the mode of care only with a reason")
  void reason() {
    assertThatThrownBy(() -> care(theCase, PatientHarm.UNKNOWN, null))
        .isInstanceOf(RuleViolation.class)
        .hasMessage("PATIENT_HARM_FALL_NEEDS_REASON");
    assertThatThrownBy(() -> care(theCase, null, CareMode.NORMAL))
        .isInstanceOf(RuleViolation.class)
        .hasMessage("CARE_MODE_FALL_NEEDS_REASON");
    var fallen = new ChangeCare(1L, PatientHarm.NONE, CareMode.NORMAL, null, null, null, null, "R");
    assertThat(change(theCase, fallen).care().patientHarm()).isEqualTo(PatientHarm.NONE);
    assertThat(care(theCase, PatientHarm.PROVEN, null).care().at()).isNotNull();
  }

  @Test
  @DisplayName("takes no line that ends before it begins, or is diverted to itself")
  void dates() {
    var now = Examples.NOW;
    refused("lines[0].expectedReturn", now, now.minusSeconds(60), null);
    refused("lines[0].expectedReturn", now, Instant.parse("2199-01-01T00:00:00Z"), null);
    refused("lines[0].since", Instant.parse("1950-01-01T00:00:00Z"), null, null);
    refused("lines[0].divertedTo", now, null, Facts.SITE);
  }

  @Test
  @DisplayName("leaves an engaged case its lead, and asks before it takes the last person")
  void team() {
    var engaged = Examples.at(CaseStatus.ENGAGED, Severity.MAJOR).with(led());

    assertThatThrownBy(() -> assign(engaged, List.of(), Optional.empty(), true))
        .hasMessage("LEAD_NEEDED");
    assertThat(assign(engaged, List.of(), null, null).team()).isEqualTo(led("lead1"));
    var received = theCase.with(new Team(List.of("responder1"), null));
    assertThatThrownBy(() -> assign(received, List.of(), null, null)).hasMessage("LAST_PERSON");
    assertThat(assign(received, List.of(), null, true).team().isEmpty()).isTrue();
    assertThat(assign(engaged, null, Optional.of("lead2"), null).team().people())
        .containsExactly("responder1");
  }

  @Test
  @DisplayName("corrects since when an establishment is hit, and nothing that is not there")
  void correction() {
    var earlier = Facts.DISCOVERED.minus(Duration.ofHours(3));
    var corrected = affect(Facts.SITE, earlier, true);

    assertThat(corrected.affected()).hasSize(1).first().returns(earlier, AffectedSite::since);
    assertThatThrownBy(() -> affect("990000028", earlier, true)).hasMessage("NOT_AFFECTED");
    assertThatThrownBy(() -> affect(Facts.SITE, earlier, false)).hasMessage("ALREADY_AFFECTED");
    assertThat(affect("990000028", earlier, false).access().establishments().getLast().since())
        .isEqualTo(Examples.NOW);
    assertThat(theCase.access().establishments().getFirst().since()).isNull();
  }

  private Case affect(String finess, Instant since, boolean correction) {
    var site =
        AffectedSite.of(
            Facts.establishment(finess, "990000002"),
            theCase.affected().getFirst().profile(),
            since,
            Examples.NOW);
    return CaseEdits.affected(
            theCase, site, correction, Examples.RESPONDER, Examples.NOW, Examples.RULES)
        .aggregate();
  }

  private static Team led(String... none) {
    return none.length > 0
        ? new Team(List.of(), none[0])
        : new Team(List.of("responder1"), "lead1");
  }

  @SuppressWarnings("NullableOptional")
  private static Case assign(
      Case it,
      @Nullable List<String> people,
      @Nullable Optional<String> lead,
      @Nullable Boolean confirmed) {
    var edit = new Assign(1L, people, lead, confirmed);
    return CaseEdits.assignees(it, edit, Examples.LEAD, Examples.NOW, Examples.RULES).aggregate();
  }

  private void refused(
      String field, Instant since, @Nullable Instant back, @Nullable String divertedTo) {
    var line = new Line(EMERGENCY, CareState.STOPPED, since, back, divertedTo);
    assertThatThrownBy(() -> care(theCase, null, null, line))
        .isInstanceOfSatisfying(
            Invalid.class, it -> assertThat(it.errors().getFirst().field()).isEqualTo(field));
  }

  private static Case care(
      Case it, @Nullable PatientHarm harm, @Nullable CareMode mode, Line... lines) {
    return change(it, new ChangeCare(1L, harm, mode, null, null, null, List.of(lines), null));
  }

  private static Case change(Case it, ChangeCare edit) {
    return CaseEdits.care(it, edit, Examples.RESPONDER, Examples.NOW, Examples.RULES).aggregate();
  }

  private static Line line(CareLineCode code, CareState state) {
    return new Line(code, state, null, null, null);
  }
}
