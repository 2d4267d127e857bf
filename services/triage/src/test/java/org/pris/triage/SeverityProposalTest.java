package org.pris.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pris.contracts.Care;
import org.pris.contracts.CareLine;
import org.pris.contracts.CareLineCode;
import org.pris.contracts.CareMode;
import org.pris.contracts.CareState;
import org.pris.contracts.IncidentType;
import org.pris.contracts.Level;
import org.pris.contracts.Origin;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Scope;
import org.pris.contracts.Severity;
import org.pris.platform.problem.Reason;

@DisplayName("The proposed severity")
class SeverityProposalTest {

  @ParameterizedTest
  @CsvSource({
    "EXTENDED, HIGH, HIGH, NONE, false, CRISIS",
    "EXTENDED, HIGH, UNKNOWN, NONE, false, MAJOR",
    "EXTENDED, LOW, HIGH, NONE, false, MAJOR",
    "CONTAINED, HIGH, LOW, NONE, false, MINOR",
    "CONTAINED, LOW, LOW, NONE, false, ANOMALY",
    "UNKNOWN, UNKNOWN, UNKNOWN, NONE, false, ANOMALY",
    "CONTAINED, LOW, LOW, PROVEN, false, MAJOR",
    "CONTAINED, LOW, LOW, POTENTIAL, true, MAJOR",
    "CONTAINED, LOW, LOW, POTENTIAL, false, ANOMALY",
    "EXTENDED, HIGH, HIGH, PROVEN, true, CRISIS"
  })
  @DisplayName("is a crisis only where all three criteria are high; patients lift it to major")
  void criteria(
      Scope scope,
      Level impact,
      Level urgency,
      PatientHarm harm,
      boolean vitalDown,
      Severity expected) {
    assertThat(SeverityProposal.of(scope, impact, urgency, harm, vitalDown).severity())
        .isEqualTo(expected);
  }

  @Test
  @DisplayName("names what is high and what is unknown")
  void reasons() {
    var proposal =
        SeverityProposal.of(Scope.EXTENDED, Level.UNKNOWN, Level.LOW, PatientHarm.PROVEN, false);

    assertThat(proposal.reasons())
        .containsExactly(
            new Reason("CRITERION_HIGH", "criterion", "SCOPE"),
            new Reason("CRITERION_UNKNOWN", "criterion", "IMPACT"),
            new Reason("PATIENT_HARM_PROVEN"));
  }

  @ParameterizedTest
  @CsvSource({
    "RANSOMWARE, MALICIOUS, UNKNOWN, UNKNOWN, DEGRADED, false, MAJOR",
    "RANSOMWARE, MALICIOUS, EXTENDED, UNKNOWN, UNKNOWN, false, MAJOR",
    "MAILBOX_COMPROMISE, MALICIOUS, UNKNOWN, NONE, NORMAL, false, MINOR",
    "UNDETERMINED, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, false, MINOR",
    "SOFTWARE_BUG, NON_MALICIOUS, CONTAINED, NONE, NORMAL, false, ANOMALY",
    "TELECOM_LOSS, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, true, MAJOR",
    "OTHER, UNKNOWN, UNKNOWN, PROVEN, NORMAL, false, MAJOR",
    "RANSOMWARE, MALICIOUS, EXTENDED, PROVEN, INTERRUPTED, true, MAJOR"
  })
  @DisplayName("is presumed from the declared facts: never too mild, never a crisis")
  void presumed(
      IncidentType type,
      Origin origin,
      Scope scope,
      PatientHarm harm,
      CareMode mode,
      boolean vitalDown,
      Severity expected) {
    var care = new Care(harm, mode, null, null, null, List.of(), null);

    assertThat(SeverityProposal.presumed(care, type, origin, scope, vitalDown).severity())
        .isEqualTo(expected);
  }

  @Test
  @DisplayName("counts a stopped line that patients cannot wait for as a vital service down")
  void vitalLine() {
    var theCase = Examples.received();
    var stopped = new CareLine(CareLineCode.DIALYSIS, CareState.STOPPED, null, null, null);
    var imaging = new CareLine(CareLineCode.IMAGING, CareState.STOPPED, null, null, null);

    assertThat(SeverityProposal.vitalServiceDown(theCase)).isFalse();
    assertThat(SeverityProposal.vitalServiceDown(theCase.with(with(theCase.care(), stopped))))
        .isTrue();
    assertThat(SeverityProposal.vitalServiceDown(theCase.with(with(theCase.care(), imaging))))
        .isFalse();
  }

  private static Care with(Care it, CareLine line) {
    return new Care(it.patientHarm(), it.careMode(), null, null, null, List.of(line), it.at());
  }
}
