package org.pris.local.client;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;

/** Declarations as hospitals send them, with a canary in every text. */
public final class Declared {

  public static final String NORD_BEAUJOUR = "990000010";

  public static final String VAL_BRISE = "990000028";

  /** A site of the legal entity whose people {@code declarant3} belongs to. */
  public static final String VAL_DOMBE = "990101016";

  public static final String QUALIFICATION =
      """
      "severity": "MAJOR", "scope": "EXTENDED", "impact": "HIGH", "urgency": "LOW", \
      "trend": "STABLE", "incidentType": "RANSOMWARE", "origin": "MALICIOUS", \
      "patientHarm": "POTENTIAL", "careMode": "DEGRADED", "personalData": "UNKNOWN", \
      "significant": true, "reason": "%s"\
      """
          .formatted(Canary.text("qualification"));

  private Declared() {}

  public static String body(String establishment) {
    return """
    {"establishment": "%s", "channel": "PORTAL", "exercise": false,
     "declarant": {"name": "%s", "function": "%s", "phone": "%s", "email": "%s",
       "outOfBandContact": "%s"},
     "discoveredAt": "%s", "ongoing": "YES", "incidentType": "RANSOMWARE",
     "origin": "MALICIOUS", "description": "%s", "scope": "EXTENDED",
     "affectedSystems": [{"system": "EHR", "state": "UNAVAILABLE"}],
     "patientHarm": "POTENTIAL", "careMode": "DEGRADED", "vitalServiceDown": "UNKNOWN",
     "dataImpact": {"confidentiality": "UNKNOWN", "personalData": "UNKNOWN"},
     "othersMayBeAffected": "UNKNOWN", "supportWanted": ["INVESTIGATION"],
     "nationalReport": {"done": "NO"}}
    """
        .formatted(
            establishment,
            Canary.text("nom"),
            Canary.text("fonction"),
            Canary.PHONE,
            Canary.mail(),
            Canary.text("contact"),
            Instant.now().minus(20, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS),
            Canary.text("description, postes chiffrés depuis ce matin"));
  }

  /** As intake answered it. */
  public static JsonNode by(String declarant, String establishment) {
    return Account.of(declarant).post("/api/declarations", body(establishment)).expect(201).json();
  }
}
