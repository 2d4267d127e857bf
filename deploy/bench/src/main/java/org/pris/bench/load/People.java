package org.pris.bench.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pris.local.demo.DemoTokens;
import org.pris.local.process.Urls;
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
    var request = DemoTokens.request(urls, username).build();
    var answer = JsonMapper.shared().readTree(Http.expect(200, request));
    return new Token(DemoTokens.in(answer), Instant.now().plus(USED));
  }
}
