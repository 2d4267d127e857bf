package org.pris.bench.fault.act;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What people write, drawn by the seed. */
final class RequestBodies {

  static final List<String> TYPES =
      List.of("RANSOMWARE", "PHISHING", "DATA_LEAK", "AD_COMPROMISE", "DDOS", "OTHER_MALWARE");

  private RequestBodies() {}

  static Map<String, Object> declaration(String establishment, int number, RandomGenerator random) {
    Map<String, Object> body = new HashMap<>();
    body.put("establishment", establishment);
    body.put("channel", "PORTAL");
    body.put("exercise", false);
    body.put(
        "declarant", Map.of("name", "Camille Essai", "function", "RSSI", "phone", "+33465710099"));
    body.put("discoveredAt", minutesAgo(5 + random.nextInt(600)));
    body.put("incidentType", TYPES.get(random.nextInt(TYPES.size())));
    body.put("description", "Essai de panne, déclaration %d: postes chiffrés".formatted(number));
    body.put("scope", random.nextBoolean() ? "EXTENDED" : "UNKNOWN");
    body.put("patientHarm", "POTENTIAL");
    body.put("careMode", random.nextBoolean() ? "DEGRADED" : "NORMAL");
    return body;
  }

  static Map<String, Object> complement(long version, RandomGenerator random) {
    return Map.of(
        "version",
        version,
        "description",
        "Complément %d de l'essai de panne".formatted(random.nextInt(1_000_000)));
  }

  static Map<String, Object> note(RandomGenerator random) {
    return Map.of(
        "kind",
        random.nextBoolean() ? "FACT" : "DECISION",
        "text",
        "Note %d de l'essai de panne".formatted(random.nextInt(1_000_000)));
  }

  /**
   * What an action needs beside its version; null for one that is not tried.
   *
   * @param offered the action, as the case offers it
   * @param other a case of the same establishment, to be merged into
   */
  static @Nullable Map<String, Object> transition(
      JsonNode offered, @Nullable String other, RandomGenerator random) {
    var waived = !offered.path("allowed").asBoolean();
    return switch (offered.path("action").asString("")) {
      case "take", "resume" -> Map.of();
      case "qualify" -> qualification(random);
      case "reject" -> Map.of("reason", "FALSE_ALARM", "comment", "Essai");
      case "merge" -> other == null ? null : Map.of("into", other);
      case "unmerge", "escalate", "relapse" -> Map.of("reason", "Essai");
      case "reopen" -> Map.of("reason", "Essai", "to", drawn(offered.path("to"), random));
      case "engage" -> Map.of("lead", "lead1", "agreement", "CONV-ESSAI");
      case "advise" -> Map.of("advice", "Essai");
      case "monitor", "report" -> waived ? Map.of("waiver", "Essai") : Map.of();
      case "disengage" -> Map.of("reason", "OTHER", "handover", "Essai");
      case "close" -> Map.of("rootCause", "UNKNOWN", "summary", "Essai", "lessonsRefused", "Essai");
      case "hold" ->
          Map.of("reason", "Essai", "until", Instant.now().plus(1, ChronoUnit.DAYS).toString());
      default -> null;
    };
  }

  private static String drawn(JsonNode some, RandomGenerator random) {
    return some.path(random.nextInt(Math.max(1, some.size()))).asString("IN_TRIAGE");
  }

  private static Map<String, Object> qualification(RandomGenerator random) {
    Map<String, Object> body = new HashMap<>();
    body.put("severity", random.nextBoolean() ? "MAJOR" : "MINOR");
    body.put("scope", "EXTENDED");
    body.put("impact", "HIGH");
    body.put("urgency", "LOW");
    body.put("trend", "STABLE");
    body.put("incidentType", TYPES.get(random.nextInt(TYPES.size())));
    body.put("origin", "MALICIOUS");
    body.put("patientHarm", "POTENTIAL");
    body.put("careMode", "DEGRADED");
    body.put("personalData", "UNKNOWN");
    body.put("significant", random.nextBoolean());
    body.put("reason", "Essai");
    return body;
  }

  /** What an action on a task needs beside its version. */
  static Map<String, Object> task(String action) {
    return switch (action) {
      case "complete" -> Map.of("note", "Essai");
      case "block", "waive", "reopen" -> Map.of("reason", "Essai");
      default -> Map.of();
    };
  }

  /** How a legal clock stands: what nobody has assessed does not apply. */
  static Map<String, Object> deadline(JsonNode clock, RandomGenerator random) {
    Map<String, Object> body = new HashMap<>();
    body.put("establishment", clock.path("establishment").asString(""));
    body.put("regime", clock.path("regime").asString(""));
    if (clock.path("status").asString("").equals("RUNNING") && random.nextBoolean()) {
      body.put("status", "MET");
      body.put("at", minutesAgo(0));
    } else {
      body.put("status", "NOT_APPLICABLE");
      body.put("reason", "Essai");
    }
    return body;
  }

  private static String minutesAgo(int minutes) {
    return Instant.now()
        .minus(minutes, ChronoUnit.MINUTES)
        .truncatedTo(ChronoUnit.SECONDS)
        .toString();
  }
}
