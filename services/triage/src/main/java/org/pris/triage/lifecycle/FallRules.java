package org.pris.triage.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Care;
import org.pris.contracts.CareMode;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Severity;
import org.pris.platform.problem.Reason;

/** Patient harm, the mode of care and the severity never fall without a reason. */
public final class FallRules {

  private static final List<CareMode> BAD = List.of(CareMode.INTERRUPTED, CareMode.DEGRADED);
  private static final List<PatientHarm> HARM = List.of(PatientHarm.PROVEN, PatientHarm.POTENTIAL);

  private FallRules() {}

  /** What of it falls, where nobody says why. */
  public static List<Reason> care(
      Care before, PatientHarm harm, CareMode mode, @Nullable String reason) {
    var falls = new ArrayList<Reason>();
    if (falls(HARM, before.patientHarm(), harm)) {
      falls.add(fall("PATIENT_HARM_FALL_NEEDS_REASON", before.patientHarm(), harm));
    }
    if (falls(BAD, before.careMode(), mode)) {
      falls.add(fall("CARE_MODE_FALL_NEEDS_REASON", before.careMode(), mode));
    }
    return CaseRule.isBlank(reason) ? falls : List.of();
  }

  static List<Reason> severity(@Nullable Severity before, Severity after, @Nullable String reason) {
    var falls = before != null && !after.atLeast(before) && CaseRule.isBlank(reason);
    return before != null && falls
        ? List.of(fall("SEVERITY_FALL_NEEDS_REASON", before, after))
        : List.of();
  }

  /** Worst first; what is not among them is not bad. */
  private static <T> boolean falls(List<T> worst, T before, T after) {
    var from = worst.indexOf(before);
    var to = worst.indexOf(after);
    return from >= 0 && (to < 0 || to > from);
  }

  private static Reason fall(String code, Enum<?> from, Enum<?> to) {
    return new Reason(code, Map.of("from", from, "to", to));
  }
}
