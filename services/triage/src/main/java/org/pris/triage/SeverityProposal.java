package org.pris.triage;

import static org.pris.contracts.CareLineCode.DIALYSIS;
import static org.pris.contracts.CareLineCode.EMERGENCY;
import static org.pris.contracts.CareLineCode.INTENSIVE_CARE;
import static org.pris.contracts.CareLineCode.MATERNITY;
import static org.pris.contracts.CareLineCode.SAMU;
import static org.pris.contracts.CareLineCode.STROKE;
import static org.pris.contracts.CareLineCode.SURGERY;
import static org.pris.contracts.IncidentType.AD_COMPROMISE;
import static org.pris.contracts.IncidentType.OTHER_MALWARE;
import static org.pris.contracts.IncidentType.RANSOMWARE;
import static org.pris.contracts.IncidentType.SYSTEM_COMPROMISE;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pris.contracts.Answer;
import org.pris.contracts.Care;
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

/**
 * The severity that the rules propose (CERT-FR and InterCERT: scope, impact, urgency), and why. A
 * responder decides.
 */
public record SeverityProposal(Severity severity, List<Reason> reasons) {

  private static final Set<CareLineCode> VITAL =
      EnumSet.of(EMERGENCY, SAMU, INTENSIVE_CARE, SURGERY, MATERNITY, STROKE, DIALYSIS);

  private static final Set<IncidentType> DESTRUCTIVE =
      EnumSet.of(RANSOMWARE, OTHER_MALWARE, AD_COMPROMISE, SYSTEM_COMPROMISE);

  /**
   * From the three criteria. An unknown one never counts as high and is named; CRISIS only where
   * all three are high; patients lift it to MAJOR at least.
   */
  public static SeverityProposal of(
      Scope scope, Level impact, Level urgency, PatientHarm harm, boolean vitalServiceDown) {
    var reasons = new ArrayList<Reason>();
    var high =
        criterion("SCOPE", scope == Scope.EXTENDED, scope == Scope.UNKNOWN, reasons)
            + criterion("IMPACT", impact == Level.HIGH, impact == Level.UNKNOWN, reasons)
            + criterion("URGENCY", urgency == Level.HIGH, urgency == Level.UNKNOWN, reasons);
    if (reasons.isEmpty()) {
      reasons.add(new Reason("NO_CRITERION_HIGH"));
    }
    var severity =
        switch (high) {
          case 0 -> Severity.ANOMALY;
          case 1 -> Severity.MINOR;
          case 2 -> Severity.MAJOR;
          default -> Severity.CRISIS;
        };
    if (harm == PatientHarm.PROVEN) {
      reasons.add(new Reason("PATIENT_HARM_PROVEN"));
      severity = atLeastMajor(severity);
    } else if (harm == PatientHarm.POTENTIAL && vitalServiceDown) {
      reasons.add(new Reason("PATIENT_HARM_POTENTIAL_AND_VITAL_SERVICE_DOWN"));
      severity = atLeastMajor(severity);
    }
    return new SeverityProposal(severity, List.copyOf(reasons));
  }

  private static int criterion(String name, boolean high, boolean unknown, List<Reason> reasons) {
    if (high || unknown) {
      reasons.add(new Reason(high ? "CRITERION_HIGH" : "CRITERION_UNKNOWN", "criterion", name));
    }
    return high ? 1 : 0;
  }

  /**
   * From what is declared, before anybody looked: never milder than it may be, and never CRISIS,
   * whose three criteria only a person can judge.
   */
  static SeverityProposal presumed(
      Care care, IncidentType type, Origin origin, Scope scope, boolean vitalServiceDown) {
    var major = new ArrayList<Reason>();
    var degraded = care.careMode() == CareMode.DEGRADED || care.careMode() == CareMode.INTERRUPTED;
    when(care.patientHarm() == PatientHarm.PROVEN, "PATIENT_HARM_PROVEN", major);
    when(vitalServiceDown, "VITAL_SERVICE_DOWN", major);
    when(care.careMode() == CareMode.INTERRUPTED, "CARE_INTERRUPTED", major);
    when(degraded && DESTRUCTIVE.contains(type), "DESTRUCTIVE_AND_CARE_DEGRADED", major);
    when(degraded && scope == Scope.EXTENDED, "EXTENDED_AND_CARE_DEGRADED", major);
    when(type == RANSOMWARE && scope == Scope.EXTENDED, "RANSOMWARE_EXTENDED", major);
    if (!major.isEmpty()) {
      return new SeverityProposal(Severity.MAJOR, List.copyOf(major));
    }
    var harmless =
        care.patientHarm() == PatientHarm.NONE
            && care.careMode() == CareMode.NORMAL
            && scope == Scope.CONTAINED
            && origin == Origin.NON_MALICIOUS;
    return harmless
        ? new SeverityProposal(Severity.ANOMALY, List.of(new Reason("CONTAINED_AND_HARMLESS")))
        : new SeverityProposal(Severity.MINOR, List.of(new Reason("NOT_YET_KNOWN_TO_BE_HARMLESS")));
  }

  private static void when(boolean holds, String code, List<Reason> reasons) {
    if (holds) {
      reasons.add(new Reason(code));
    }
  }

  /** Said so by a declaration, or one of the lines that patients cannot wait for is down. */
  public static boolean vitalServiceDown(Case theCase) {
    return theCase.declared().stream().anyMatch(it -> it.vitalServiceDown() == Answer.YES)
        || theCase.care().lines().stream()
            .filter(it -> VITAL.contains(it.line()))
            .anyMatch(it -> it.state() == CareState.STOPPED || it.state() == CareState.DIVERTED);
  }

  private static Severity atLeastMajor(Severity severity) {
    return severity.atLeast(Severity.MAJOR) ? severity : Severity.MAJOR;
  }
}
