package org.pris.intake;

import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that tests send: a whole declaration, changed where a test wants it other. */
public final class DeclarationBodies {

  private static final JsonMapper JSON = JsonMapper.shared();

  private DeclarationBodies() {}

  public static ObjectNode declaration(String establishment) {
    var body =
        (ObjectNode)
            JSON.readTree(
                """
                {"channel": "PORTAL", "exercise": false,
                 "declarant": {"name": "Hélène Canari", "function": "CISO", "phone": "+33 6 39 98 41 07",
                               "email": "canari@hopital.example", "outOfBandContact": "canari-signal"},
                 "discoveredAt": "2026-01-05T06:40:00Z", "occurredAt": null, "ongoing": "YES",
                 "incidentType": "RANSOMWARE", "origin": "MALICIOUS",
                 "description": "Demande de rançon sur les postes du service de chirurgie.",
                 "scope": "EXTENDED",
                 "affectedSystems": [{"system": "EHR", "state": "UNAVAILABLE"}],
                 "patientHarm": "POTENTIAL", "careMode": "DEGRADED", "vitalServiceDown": "YES",
                 "dataImpact": {"confidentiality": "UNKNOWN", "integrity": "SUSPECTED",
                                "availability": "PROVEN", "personalData": "UNKNOWN"},
                 "othersMayBeAffected": "UNKNOWN", "supportWanted": ["INVESTIGATION", "REMEDIATION"],
                 "nationalReport": {"done": "NO"}}
                """);
    return body.put("establishment", establishment);
  }

  /** The same with one member replaced, by its JSON. */
  public static ObjectNode with(ObjectNode body, String member, String json) {
    var changed = body.deepCopy();
    changed.set(member, JSON.readTree(json));
    return changed;
  }

  public static ObjectNode complement(long version, Map<String, ?> changes) {
    ObjectNode body = JSON.valueToTree(changes);
    return body.put("version", version);
  }

  public static String key() {
    return UUID.randomUUID().toString();
  }
}
