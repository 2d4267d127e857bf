package org.pris.bench.fault.act;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.pris.bench.fault.observation.AcceptedWrites;
import org.pris.local.demo.Answer;
import org.pris.local.demo.DemoTokens;
import org.pris.local.process.Urls;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client as it should be: asks again, with the same key, until it has an answer that says
 * something of its request.
 */
public final class HttpApi implements Api {

  /** Young enough to outlive an identity provider that is away for ten minutes. */
  private static final Duration TOKEN_USED = Duration.ofMinutes(3);

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private record Token(String value, Instant from) {}

  private final Urls urls;

  private final AcceptedWrites ledger;

  private final Instant giveUp;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final AtomicInteger asked = new AtomicInteger();

  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  /**
   * @param giveUp when nobody asks again any more
   */
  public HttpApi(Urls urls, AcceptedWrites ledger, Instant giveUp) {
    this.urls = urls;
    this.ledger = ledger;
    this.giveUp = giveUp;
  }

  @Override
  public Answer get(String as, String path) throws InterruptedException {
    return answered(as, "GET", path, null, null);
  }

  @Override
  public Answer post(String as, String path, Map<String, ?> body, @Nullable String key)
      throws InterruptedException {
    return answered(as, "POST", path, JsonMapper.shared().writeValueAsString(body), key);
  }

  private Answer answered(
      String as, String method, String path, @Nullable String body, @Nullable String key)
      throws InterruptedException {
    for (var pause = 100L; ; pause = Math.min(2_000, pause * 2)) {
      var answer = once(as, method, path, body, key);
      if (answer != null && answer.status() < 500 && answer.status() != 429) {
        if (answer.status() != 401) {
          return answer;
        }
        tokens.remove(as);
      }
      ledger.count("asked again after " + (answer == null ? "no answer" : answer.status()));
      if (Instant.now().isAfter(giveUp)) {
        ledger.count("given up");
        return answer == null ? Answer.NONE : answer;
      }
      Thread.sleep(pause);
    }
  }

  /** Any of web's instances: a client that has no answer from one asks the next. */
  private String web() {
    var webs = urls.webs();
    return webs.get(Math.floorMod(asked.getAndIncrement(), webs.size()));
  }

  private @Nullable Answer once(
      String as, String method, String path, @Nullable String body, @Nullable String key)
      throws InterruptedException {
    var token = token(as);
    if (token == null) {
      return null;
    }
    var request =
        HttpRequest.newBuilder(URI.create(web() + path))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return send(request.build());
  }

  private @Nullable String token(String username) throws InterruptedException {
    var kept = tokens.get(username);
    if (kept != null && kept.from().plus(TOKEN_USED).isAfter(Instant.now())) {
      return kept.value();
    }
    var request = DemoTokens.request(urls, username).timeout(Duration.ofSeconds(5)).build();
    var answer = send(request);
    if (answer == null || !answer.isGood()) {
      ledger.count("no new token");
      return kept == null ? null : kept.value(); // the old one holds for a while
    }
    var value = DemoTokens.in(answer.body());
    tokens.put(username, new Token(value, Instant.now()));
    return value;
  }

  /** Null where nothing came back: nobody knows whether it was carried out. */
  private @Nullable Answer send(HttpRequest request) throws InterruptedException {
    try {
      return Answer.of(http.send(request, BodyHandlers.ofString()));
    } catch (IOException noAnswer) {
      return null;
    }
  }
}
