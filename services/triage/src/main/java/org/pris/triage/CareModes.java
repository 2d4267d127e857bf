package org.pris.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.CareLine;
import org.pris.contracts.CareMode;
import org.pris.contracts.PatientHarm;

/** The mode of care as a whole, and that of its lines; pure. */
public final class CareModes {

  private CareModes() {}

  /** The mode of care as a whole is at least what its lines say. */
  public static CareMode atLeast(CareMode mode, List<CareLine> lines) {
    return lines.stream()
        .map(it ->
            switch (it.state()) {
              case NORMAL, UNKNOWN -> mode;
              case DEGRADED, DIVERTED -> CareMode.DEGRADED;
              case STOPPED -> CareMode.INTERRUPTED;
            })
        .reduce(mode, CareModes::worse);
  }

  static PatientHarm worse(PatientHarm one, @Nullable PatientHarm other) {
    var worst =
        List.of(PatientHarm.PROVEN, PatientHarm.POTENTIAL, PatientHarm.UNKNOWN, PatientHarm.NONE);
    return other != null && worst.indexOf(other) < worst.indexOf(one) ? other : one;
  }

  static CareMode worse(CareMode one, @Nullable CareMode other) {
    var worst = List.of(CareMode.INTERRUPTED, CareMode.DEGRADED, CareMode.NORMAL, CareMode.UNKNOWN);
    if (other == null) {
      return one;
    }
    if (one == CareMode.UNKNOWN && other == CareMode.NORMAL) {
      return one;
    }
    return worst.indexOf(one) <= worst.indexOf(other) ? one : other;
  }
}
