package org.pris.local.client;

import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What is stored, as far as the API tells, and how much was published: the same before and after
 * means that nothing was.
 */
public record Stored(List<String> lines, Map<String, Long> topics) {

  public static final Stored NOTHING = new Stored(List.of(), Map.of());

  private static final String EVERY_STATUS =
      Stream.of(
              "RECEIVED",
              "IN_TRIAGE",
              "QUALIFIED",
              "ADVISED",
              "ENGAGED",
              "MONITORING",
              "REPORTING",
              "ON_HOLD",
              "CLOSED",
              "REJECTED",
              "MERGED",
              "REDIRECTED")
          .collect(joining("&status=", "?status=", ""));

  public static Stored now(TheCase theCase) {
    var responder = Account.of("responder1");
    List<String> lines = new ArrayList<>();
    all(responder, "/api/declarations?limit=200", "version", lines);
    all(responder, "/api/cases" + EVERY_STATUS + "&limit=200", "revision", lines);
    all(responder, "/api/cases/" + theCase.id() + "/timeline?limit=200", "seq", lines);
    all(Account.of("admin1"), "/api/webhooks?limit=200", "url", lines);
    responder
        .get("/api/cases/" + theCase.id() + "/tasks")
        .expect(200)
        .json()
        .path("tasks")
        .forEach(it -> lines.add(it.path("id") + " " + it.path("version")));
    return new Stored(lines, Topics.sizes());
  }

  /** Once what is under way has come to an end. */
  public static Stored settled(TheCase theCase) {
    return await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> now(theCase),
            new org.hamcrest.CustomTypeSafeMatcher<>("no more events") {
              private Map<String, Long> last = Map.of();

              @Override
              protected boolean matchesSafely(Stored stored) {
                var same = stored.topics().equals(last);
                last = stored.topics();
                return same;
              }
            });
  }

  private static void all(Account reader, String path, String mark, List<String> lines) {
    JsonNode page = reader.get(path).expect(200).json();
    while (true) {
      page.path("items").forEach(it -> lines.add(path + " " + it.path("id") + " " + it.path(mark)));
      var next = page.path("next");
      if (!next.isString()) {
        return;
      }
      page = reader.get(path + "&after=" + next.asString()).expect(200).json();
    }
  }
}
