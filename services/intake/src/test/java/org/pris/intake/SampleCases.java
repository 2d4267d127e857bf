package org.pris.intake;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.pris.contracts.Access;
import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.Affected;
import org.pris.contracts.Care;
import org.pris.contracts.CareMode;
import org.pris.contracts.CaseEvent.CaseTaken;
import org.pris.contracts.CaseState;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Establishment;
import org.pris.contracts.Event;
import org.pris.contracts.IncidentType;
import org.pris.contracts.Origin;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Site;
import org.pris.contracts.Tlp;
import org.pris.contracts.Trend;
import org.pris.platform.testing.Issuer;

/** Establishments of the registry's file that tests play with, and what triage tells of a case. */
public final class SampleCases {

  public static final Site BEAUJOUR = new Site("990000010", "990010027");
  public static final Site BRISE = new Site("990000028", "990010035");
  static final Site DOMBE = new Site("990101016", "990000036");

  private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

  private SampleCases() {}

  public static Access open(Site site) {
    return new Access(List.of(site), false, List.of(), EstablishmentSide.ALL, List.of());
  }

  public static Access restricted(Site site, String... people) {
    return new Access(List.of(site), true, subjects(people), EstablishmentSide.ALL, List.of());
  }

  public static Access named(Site site, EstablishmentSide side, String... people) {
    return new Access(List.of(site), false, List.of(), side, subjects(people));
  }

  private static List<String> subjects(String... usernames) {
    return Stream.of(usernames).map(Issuer::subject).toList();
  }

  public static Event<CaseTaken> taken(UUID id, long revision, CaseStatus status, Access access) {
    var site = access.establishments().getFirst();
    var establishment =
        new Establishment(site.finess(), site.legalEntity(), "Name", null, "69", null);
    var state =
        new CaseState(
            id,
            revision,
            "PRIS-2026-" + id.toString().substring(0, 6).toUpperCase(Locale.ROOT),
            status,
            null,
            List.of(new Affected(establishment, AT)),
            IncidentType.RANSOMWARE,
            Origin.MALICIOUS,
            null,
            null,
            Trend.STABLE,
            new Care(PatientHarm.UNKNOWN, CareMode.UNKNOWN, null, null, null, List.of(), null),
            false,
            null,
            List.of(),
            "lead1",
            List.of(),
            0,
            null,
            access,
            false,
            Tlp.AMBER_STRICT,
            AT,
            AT);
    return new Event<>(UUID.randomUUID(), AT, id, revision, null, false, new CaseTaken(state));
  }
}
