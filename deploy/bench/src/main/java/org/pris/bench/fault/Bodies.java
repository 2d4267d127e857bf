package org.pris.bench.fault;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What people write, drawn by the seed. */
final class Bodies {

  static final List<String> TYPES =
      List.of("RANSOMWARE", "PHISHING", "DATA_LEAK", "AD_COMPROMISE", "DDOS", "OTHER_MALWARE");

  private Bodies() {}

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
   * @param other a case of the same establishment, to be merged into
   */
  static @Nullable Map<String, Object> transition(
      String action, boolean waived, @Nullable String other, RandomGenerator random) {
    return switch (action) {
      case "take", "resume" -> Map.of();
      case "qualify" -> qualification(random);
      case "reject" -> Map.of("reason", "FALSE_ALARM", "comment", "Essai");
      case "merge" -> other == null ? null : Map.of("into", other);
      case "unmerge", "escalate", "relapse", "reopen" -> Map.of("reason", "Essai");
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

  private static String minutesAgo(int minutes) {
    return Instant.now()
        .minus(minutes, ChronoUnit.MINUTES)
        .truncatedTo(ChronoUnit.SECONDS)
        .toString();
  }
}
