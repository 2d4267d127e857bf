package org.pris.bench.load;

import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import org.pris.local.process.Urls;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API through web, as a script uses it: one call at a time, or as load. */
final class Api {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Urls urls;
  private final People people;

  Api(Urls urls) {
    this.urls = urls;
    this.people = new People(urls);
  }

  JsonNode get(String as, String path) {
    return JSON.readTree(Http.expect(200, request(as, path).GET().build()));
  }

  JsonNode post(String as, String path, String body, int expected) {
    var request =
        request(as, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return JSON.readTree(Http.expect(expected, request));
  }

  void delete(String as, String path) {
    Http.expect(204, request(as, path).DELETE().build());
  }

  /** What is there once it is as expected: services hear of each other later. */
  JsonNode await(String as, String path, Predicate<JsonNode> expected) throws InterruptedException {
    var until = Instant.now().plusSeconds(120);
    while (Instant.now().isBefore(until)) {
      var answer = Http.send(request(as, path).GET().build());
      if (answer.statusCode() == 200) {
        var found = JSON.readTree(answer.body());
        if (expected.test(found)) {
          return found;
        }
      }
      Thread.sleep(Duration.ofMillis(100));
    }
    throw new IllegalStateException(path + " is not as expected");
  }

  HttpRequest.Builder request(String as, String path) {
    return HttpRequest.newBuilder(URI.create(urls.web() + path))
        .timeout(Duration.ofMinutes(1))
        .header("Accept", "application/json, text/event-stream;q=0.5")
        .header("Authorization", people.bearer(as));
  }

  /** A request of the load: the token is the one of its moment. */
  HttpRequestActionBuilder got(String as, Function<Session, String> path) {
    return http("get")
        .get(it -> urls.web() + path.apply(it))
        .header("Accept", "application/json")
        .header("Authorization", _ -> people.bearer(as));
  }

  HttpRequestActionBuilder posted(
      Function<Session, String> as,
      Function<Session, String> path,
      Function<Session, String> body) {
    return http("post")
        .post(it -> urls.web() + path.apply(it))
        .header("Accept", "application/json")
        .header("Content-Type", "application/json")
        .header("Authorization", it -> people.bearer(as.apply(it)))
        .body(io.gatling.javaapi.core.CoreDsl.StringBody(body));
  }
}
