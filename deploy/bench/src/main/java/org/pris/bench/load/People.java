package org.pris.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pris.local.Urls;
import tools.jackson.databind.json.JsonMapper;

/** The accounts of the demo realm, each with a token that is valid for as long as a bench takes. */
final class People {

  /** Tokens live 15 minutes. */
  private static final Duration USED = Duration.ofMinutes(8);

  private record Token(String value, Instant until) {}

  private final Urls urls;
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  People(Urls urls) {
    this.urls = urls;
  }

  /** For the header {@code Authorization}. */
  String bearer(String username) {
    return "Bearer "
        + tokens
            .compute(
                username,
                (name, old) ->
                    old == null || old.until().isBefore(Instant.now()) ? fresh(name) : old)
            .value();
  }

  private Token fresh(String username) {
    var form =
        "grant_type=password&client_id=pris-cli&username=%s&password=pris-demo"
            .formatted(URLEncoder.encode(username, UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(urls.issuer() + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    var answer = JsonMapper.shared().readTree(Http.expect(200, request));
    return new Token(answer.path("access_token").asString(), Instant.now().plus(USED));
  }
}
