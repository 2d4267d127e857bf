package org.pris.triage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.pris.contracts.Answer;
import org.pris.contracts.CareMode;
import org.pris.contracts.Channel;
import org.pris.contracts.DataState;
import org.pris.contracts.DeclaredFacts;
import org.pris.contracts.DeclaredFacts.DataImpact;
import org.pris.contracts.Establishment;
import org.pris.contracts.IncidentType;
import org.pris.contracts.Origin;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.RegulatoryProfile;
import org.pris.contracts.Scope;

/** Declarations that tests start from. */
final class Facts {

  static final Instant DISCOVERED = Instant.parse("2026-11-24T06:40:00Z");

  private Facts() {}

  static Establishment establishment(String finess, String legalEntity) {
    return new Establishment(
        finess, legalEntity, "Centre hospitalier du Val-Brisé", "Val-Brisé", "38", null);
  }

  static DeclaredFacts ransomware(UUID id, String finess) {
    return ransomware(id, finess, 1);
  }

  static DeclaredFacts ransomware(UUID id, String finess, long version) {
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
        new DataImpact(DataState.UNKNOWN, null, DataState.PROVEN, Answer.UNKNOWN),
        Answer.UNKNOWN,
        null,
        DISCOVERED.plusSeconds(1200));
  }
}
