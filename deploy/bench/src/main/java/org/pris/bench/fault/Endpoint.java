package org.pris.bench.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.pris.local.StartFailed;
import org.pris.local.Urls;
import tools.jackson.databind.json.JsonMapper;

/** The agency, told of everything from the first case on. */
final class Endpoint {

  private Endpoint() {}

  static void subscribe(Urls urls, Client client) throws InterruptedException {
    Map<String, Object> body =
        Map.of("url", urls.receiver() + "/hook", "description", "Essai", "events", List.of("*"));
    var created = client.post("admin1", "/api/webhooks", body, null);
    if (!created.isGood()) {
      throw new StartFailed("The endpoint was refused: " + created);
    }
    var secret = Map.of("secret", created.body().path("secret").asString());
    var request =
        HttpRequest.newBuilder(URI.create(urls.receiver() + "/secret"))
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
