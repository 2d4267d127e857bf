package org.pris.bench.load;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.pris.bench.load.measure.Samples;

/** Declarations of three hospitals in turn, each by its own people, as their form sends them. */
final class Declaring {

  private record Hospital(String establishment, String declarant) {}

  private static final List<Hospital> HOSPITALS =
      List.of(
          new Hospital("990000010", "declarant1"),
          new Hospital("990000028", "declarant2"),
          new Hospital("990101016", "declarant3"));

  private static final AtomicLong TURN = new AtomicLong();

  private Declaring() {}

  /**
   * One declaration, timed.
   *
   * @param declared gets the session of each that was taken; {@link #id} names what it became
   */
  static ChainBuilder once(Api api, Samples samples, Consumer<Session> declared) {
    var request =
        api.posted(it -> hospital(it).declarant(), _ -> "/api/declarations", Declaring::body)
            .check(status().is(201), jsonPath("$.id").saveAs("id"));
    return exec(it -> it.set("turn", (int) (TURN.getAndIncrement() % HOSPITALS.size())))
        .exec(Load.timed(samples, request))
        .exec(it -> {
          if (!it.isFailed()) {
            declared.accept(it);
          }
          return it;
        });
  }

  static String id(Session session) {
    return String.valueOf(session.getString("id"));
  }

  /** One that is not measured. */
  static String one(Api api) {
    var hospital = HOSPITALS.getFirst();
    var body = body(hospital.establishment());
    return api.post(hospital.declarant(), "/api/declarations", body, 201).path("id").asString();
  }

  private static Hospital hospital(Session session) {
    return HOSPITALS.get(session.getInt("turn"));
  }

  private static String body(Session session) {
    return body(hospital(session).establishment());
  }

  private static String body(String establishment) {
    return """
    {"establishment": "%s", "channel": "PORTAL", "exercise": false,
     "declarant": {"name": "Karim Benali", "function": "RSSI", "phone": "+33 6 39 98 41 07",
       "email": "rssi@hopital.example", "outOfBandContact": "Signal +33 6 39 98 41 07"},
     "discoveredAt": "%s", "ongoing": "YES", "incidentType": "RANSOMWARE",
     "origin": "MALICIOUS", "scope": "EXTENDED",
     "description": "À la prise de poste, notes de rançon imprimées dans trois services et extensions changées sur le serveur de fichiers. Réseau coupé du dehors à 6 h 10, urgences sur papier.",
     "affectedSystems": [{"system": "DIRECTORY", "state": "UNAVAILABLE"},
       {"system": "EHR", "state": "UNAVAILABLE"}, {"system": "IMAGING", "state": "DEGRADED"}],
     "patientHarm": "POTENTIAL", "careMode": "DEGRADED", "vitalServiceDown": "YES",
     "dataImpact": {"confidentiality": "SUSPECTED", "availability": "PROVEN",
       "personalData": "UNKNOWN"},
     "othersMayBeAffected": "UNKNOWN", "supportWanted": ["INVESTIGATION", "REMEDIATION"],
     "nationalReport": {"done": "NO"}}
    """
        .formatted(
            establishment, Instant.now().minusSeconds(1_200).truncatedTo(ChronoUnit.SECONDS));
  }
}
