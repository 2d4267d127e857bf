package org.pris.triage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Severity;
import org.pris.platform.SearchText;
import org.pris.triage.deadline.CaseDeadline;

/**
 * What lists sort and search by, kept beside the case so that an index serves them.
 *
 * @param urgency patient harm, severity (presumed until decided), nearest clock; least first
 * @param authority the same with the only clock that an ARS may see
 * @param words of the reference; those of names stand with their establishments
 */
public record SortKeys(String urgency, String authority, List<String> words) {

  /** The one legal clock that the health agency is shown: CERT Santé's. */
  public static final String AUTHORITY_REGIME = "CSP_L1111_8_2";

  private static final long NEVER = 999_999_999_999_999L;

  public static SortKeys of(Case theCase) {
    var loud =
        theCase.deadlines().stream()
            .filter(it -> theCase.status().isOpen() && it.isLoud())
            .toList();
    var shown = loud.stream().filter(it -> it.deadline().regime().equals(AUTHORITY_REGIME));
    var weight =
        "%d%d"
            .formatted(
                harm(theCase.care().patientHarm()),
                Severity.CRISIS.compareTo(theCase.assessment().weight()));
    return new SortKeys(weight + nearest(loud.stream()), weight + nearest(shown), words(theCase));
  }

  private static List<String> words(Case theCase) {
    var reference = theCase.reference();
    var number = reference.substring(reference.lastIndexOf('-') + 1).replaceFirst("^0+", "");
    return SearchText.words(reference + " " + number);
  }

  private static int harm(PatientHarm harm) {
    return switch (harm) {
      case PROVEN -> 0;
      case POTENTIAL -> 1;
      case UNKNOWN -> 2;
      case NONE -> 3;
    };
  }

  private static String nearest(Stream<CaseDeadline> clocks) {
    var due =
        clocks
            .map(it -> it.deadline().dueAt())
            .filter(Objects::nonNull)
            .mapToLong(Instant::toEpochMilli)
            .min()
            .orElse(NEVER);
    return "%015d".formatted(due);
  }
}
