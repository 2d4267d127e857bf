package org.pris.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.pris.local.demo.Api;
import org.pris.local.demo.Story;
import org.pris.local.demo.StoryPlayer;
import org.pris.local.demo.StoryProgress;
import org.pris.local.process.StartFailed;
import org.pris.local.process.Urls;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sixteen stories and an agency that is told of them: a board like that of a real Tuesday. */
public final class Demo {

  private Demo() {}

  public static void play(Stack stack, Consumer<String> console) {
    var api = new Api(stack.urls());
    var played = new StoryProgress(stack.home().data("demo"), Instant.now());
    subscribe(api, stack.urls());
    // whoever works on a case must have signed in once: triage knows people by their tokens
    List.of("responder1", "responder2", "lead1").forEach(it -> api.get(it, "/api/people"));
    for (var story : Story.all()) {
      if (played.steps(story) < story.steps().size()) {
        console.accept("Demo: " + story.about());
        play(api, played, story, console);
      }
    }
  }

  /** A story that goes wrong is said, and keeps none of the others from being told. */
  private static void play(Api api, StoryProgress played, Story story, Consumer<String> console) {
    try {
      new StoryPlayer(api, played, story).play();
    } catch (StartFailed e) {
      console.accept("Demo: it stopped there. " + e.getMessage());
    }
  }

  /** Makes the agency's endpoint where there is none, and gives the receiver its secret. */
  static void subscribe(Api api, Urls urls) {
    var hook = urls.receiver() + "/hook";
    for (var known : api.get("admin1", "/api/webhooks").body().path("items")) {
      if (known.path("url").asString("").equals(hook)) {
        return;
      }
    }
    ObjectNode endpoint = JsonMapper.shared().createObjectNode();
    endpoint.put("url", hook).put("description", "ARS Auvergne-Rhône-Alpes, démonstration");
    endpoint.put("exercise", true).putArray("events").add("*");
    var created = api.post("admin1", "/api/webhooks", endpoint, null);
    if (!created.isGood()) {
      throw new StartFailed("The agency's endpoint was refused: " + created.body());
    }
    var secret = created.body().path("secret").asString();
    put(urls.receiver() + "/secret", "{\"secret\": \"" + secret + "\"}");
  }

  private static void put(String uri, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(uri))
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 204) {
        throw new StartFailed("The receiver refused its secret: status " + status);
      }
    } catch (IOException e) {
      throw new StartFailed("The receiver does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailed("Interrupted", e);
    }
  }
}
