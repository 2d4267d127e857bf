package org.pris.triage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Answer;
import org.pris.contracts.CareMode;
import org.pris.contracts.Channel;
import org.pris.contracts.DataState;
import org.pris.contracts.DeclaredFacts;
import org.pris.contracts.DeclaredFacts.DataImpact;
import org.pris.contracts.DeclaredFacts.NationalReport;
import org.pris.contracts.Establishment;
import org.pris.contracts.IncidentType;
import org.pris.contracts.Origin;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.RegulatoryProfile;
import org.pris.contracts.Scope;

/** Declarations that tests start from. */
public final class Facts {

  public static final String SITE = "990000010";

  public static final Instant DISCOVERED = Instant.parse("2026-11-24T06:40:00Z");

  private static final DataImpact UNSURE =
      new DataImpact(DataState.UNKNOWN, null, DataState.PROVEN, Answer.UNKNOWN);

  private Facts() {}

  public static Establishment establishment(String finess, String legalEntity) {
    return new Establishment(
        finess, legalEntity, "Centre hospitalier du Val-Brisé", "Val-Brisé", "38", null);
  }

  public static DeclaredFacts ransomware(UUID id, String finess) {
    return ransomware(id, finess, 1);
  }

  public static DeclaredFacts ransomware(UUID id, String finess, long version) {
    return facts(id, finess, version, UNSURE, null);
  }

  /** A second version: its national report is made. */
  public static DeclaredFacts reported(UUID id, String at) {
    var report = new NationalReport(Answer.YES, Instant.parse(at), "SIG-7");
    return facts(id, SITE, 2, UNSURE, report);
  }

  /** It is proven that personal data got out. */
  public static DeclaredFacts breached(UUID id, long version) {
    var impact = new DataImpact(DataState.PROVEN, null, null, Answer.YES);
    return facts(id, SITE, version, impact, null);
  }

  private static DeclaredFacts facts(
      UUID id, String finess, long version, DataImpact impact, @Nullable NationalReport report) {
    return new DeclaredFacts(
        id,
        "DEC-2026-000042",
        version,
        establishment(finess, "990000002"),
        new RegulatoryProfile(Answer.NO, Answer.YES, Answer.NO),
        Channel.PORTAL,
        false,
        DISCOVERED,
        null,
        Answer.YES,
        IncidentType.RANSOMWARE,
        Origin.MALICIOUS,
        "Screens show a ransom note, the record is down",
        Scope.EXTENDED,
        List.of(),
        PatientHarm.POTENTIAL,
        CareMode.DEGRADED,
        Answer.NO,
        impact,
        Answer.UNKNOWN,
        report,
        DISCOVERED.plusSeconds(1200));
  }
}
