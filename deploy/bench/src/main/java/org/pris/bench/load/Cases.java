package org.pris.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pris.bench.load.measure.Samples;
import tools.jackson.databind.JsonNode;

/** Cases to work on, made as people would make them. */
record Cases(Api api) {

  static final String QUALIFICATION =
      """
      "severity": "%s", "scope": "EXTENDED", "impact": "HIGH", "urgency": "HIGH", \
      "trend": "STABLE", "incidentType": "RANSOMWARE", "origin": "MALICIOUS", \
      "patientHarm": "POTENTIAL", "careMode": "DEGRADED", "personalData": "UNKNOWN", \
      "significant": true, "reason": "Deux sauvegardes immuables vérifiées."\
      """;

  /** Declared and open. */
  List<String> open(int count) throws InterruptedException {
    Set<String> ids = ConcurrentHashMap.newKeySet();
    var rate = Math.min(count, 20);
    Load.send(
        rate,
        Duration.ofSeconds((count + rate - 1) / rate),
        () -> Declaring.once(api, new Samples(), it -> ids.add(Declaring.id(it))));
    var made = new ArrayList<>(ids);
    for (var id : made) {
      api.await("lead1", "/api/cases/" + id, _ -> true);
    }
    return made;
  }

  /** In triage; answers the case after it. */
  JsonNode taken(String id) {
    return move("responder1", id, "take", 1, "");
  }

  JsonNode qualified(String id, String severity) {
    var version = taken(id).path("version").asLong();
    return move("responder1", id, "qualify", version, QUALIFICATION.formatted(severity));
  }

  JsonNode engaged(String id) {
    var version = qualified(id, "MAJOR").path("version").asLong();
    return move("lead1", id, "engage", version, "\"lead\": \"lead1\", \"agreement\": \"C-17\"");
  }

  JsonNode move(String as, String id, String action, long version, String fields) {
    return api.post(as, "/api/cases/" + id + "/transitions", body(action, version, fields), 200);
  }

  static String body(String action, long version, String fields) {
    var more = fields.isEmpty() ? "" : ", " + fields;
    return "{\"action\": \"%s\", \"version\": %d%s}".formatted(action, version, more);
  }
}
