package org.pris.bench.fault.observation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What reached the agencies' endpoints, in the order of arrival, each attempt. */
public final class ReceivedDeliveries {

  /**
   * One attempt.
   *
   * @param endpoint by its path, which it was sent to
   * @param id the delivery's: the same over its repeats
   * @param digest of the body
   * @param at the event's moment, as the body says it
   * @param head number and hash of the timeline's last entry, where it tells of an anchor
   */
  public record Attempt(
      String endpoint,
      String id,
      String theCase,
      long sequence,
      String type,
      String at,
      String digest,
      int answered,
      boolean signed,
      String head) {

    /** Whether the endpoint has said that it has it. */
    public boolean accepted() {
      return answered >= 200 && answered < 300;
    }
  }

  private ReceivedDeliveries() {}

  /** The file that the receiver keeps; nothing where it has none yet. */
  public static List<Attempt> read(Path file) throws IOException {
    List<Attempt> all = new ArrayList<>();
    if (Files.exists(file)) {
      try (var lines = Files.newBufferedReader(file)) {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          all.add(of(JsonMapper.shared().readTree(line)));
        }
      }
    }
    return all;
  }

  private static Attempt of(JsonNode receipt) {
    var body = receipt.path("body");
    var data = body.path("data");
    return new Attempt(
        receipt.path("endpoint").asString(""),
        receipt.path("id").asString(""),
        data.path("caseId").asString(""),
        data.path("sequence").asLong(),
        body.path("type").asString(""),
        body.path("timestamp").asString(""),
        Canonical.sha256(body.toString()),
        receipt.path("answered").asInt(),
        receipt.path("signed").asBoolean(),
        data.path("seq").asString("") + " " + data.path("hash").asString(""));
  }
}
