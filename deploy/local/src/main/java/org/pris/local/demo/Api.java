package org.pris.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pris.local.process.StartFailed;
import org.pris.local.process.Urls;
import tools.jackson.databind.JsonNode;

/** The public API as a script uses it: each call with the token of one of the demo's people. */
public final class Api {

  /** Longer than a token is used, shorter than it lives. */
  private static final Duration TOKEN_USED = Duration.ofMinutes(10);

  private record Token(String value, Instant until) {}

  private final Urls urls;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  public Api(Urls urls) {
    this.urls = urls;
  }

  public Answer get(String as, String path) {
    return call(as, HttpRequest.newBuilder(URI.create(urls.web() + path)).GET());
  }

  /**
   * @param key the Idempotency-Key; null for calls that create nothing
   */
  public Answer post(String as, String path, JsonNode body, @Nullable String key) {
    var request =
        HttpRequest.newBuilder(URI.create(urls.web() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return call(as, request);
  }

  private Answer call(String as, HttpRequest.Builder request) {
    request.header("Authorization", "Bearer " + token(as)).header("Accept", "application/json");
    return send(request.timeout(Duration.ofSeconds(30)).build());
  }

  private String token(String username) {
    var kept = tokens.get(username);
    if (kept != null && kept.until().isAfter(Instant.now())) {
      return kept.value();
    }
    var answer = send(DemoTokens.request(urls, username).build());
    if (!answer.isGood()) {
      throw new StartFailed("No token for " + username + ": status " + answer.status());
    }
    var value = DemoTokens.in(answer.body());
    tokens.put(username, new Token(value, Instant.now().plus(TOKEN_USED)));
    return value;
  }

  private Answer send(HttpRequest request) {
    try {
      return Answer.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new StartFailed(request.uri() + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailed("Interrupted", e);
    }
  }
}
