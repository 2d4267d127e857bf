package org.pris.bench.fault.observation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pris.bench.fault.act.HttpApi;
import org.pris.local.process.StartFailed;
import org.pris.local.process.Urls;
import tools.jackson.databind.json.JsonMapper;

/**
 * An agency that is told of the cases from the first one on.
 *
 * @param path as the receiver knows it; empty: its own
 * @param asked the patterns of types that it asks for
 * @param types what these mean, said once more
 * @param severity the least that it asks for; null: any
 */
public record SubscribedEndpoint(
    String path, List<String> asked, Pattern types, @Nullable String severity) {

  /** All that may be told, some of it, and all while now and then it does not answer. */
  public static final List<SubscribedEndpoint> ALL =
      List.of(
          new SubscribedEndpoint("", List.of("*"), Pattern.compile(".*"), null),
          new SubscribedEndpoint(
              "filtered",
              List.of("case.opened", "case.closed.v1", "task.*"),
              Pattern.compile("case\\.opened\\..*|case\\.closed\\.v1|task\\..*"),
              "MAJOR"),
          new SubscribedEndpoint("failing", List.of("*"), Pattern.compile(".*"), null));

  /** What is not qualified yet passes any severity. */
  public boolean wants(PublishedEvent message) {
    return message.told()
        && types.matcher(message.type()).matches()
        && (severity == null || List.of("", severity, "CRISIS").contains(message.severity()));
  }

  public static void subscribe(Urls urls, HttpApi client) throws InterruptedException {
    for (var it : ALL) {
      it.subscribeOne(urls, client);
    }
  }

  private void subscribeOne(Urls urls, HttpApi client) throws InterruptedException {
    var name = path.isEmpty() ? "" : "/" + path;
    Map<String, Object> body = new HashMap<>();
    body.put("url", urls.receiver() + "/hook" + name);
    body.put("description", "Essai " + path);
    body.put("events", asked);
    if (severity != null) {
      body.put("minimumSeverity", severity);
    }
    var created = client.post("admin1", "/api/webhooks", body, null);
    if (!created.isGood()) {
      throw new StartFailed("The endpoint was refused: " + created);
    }
    var secret = Map.of("secret", created.body().path("secret").asString());
    var request =
        HttpRequest.newBuilder(URI.create(urls.receiver() + "/secret" + name))
            .PUT(
                HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(secret)))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 204) {
        throw new StartFailed("The receiver refused its secret: " + status);
      }
    } catch (IOException e) {
      throw new StartFailed("The receiver does not answer", e);
    }
  }
}
