package org.pris.web.route;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pris.web.session.RelayedCaller;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What a service gets to see of a request: the caller's token, never the cookie, nor what a client
 * claims of proxies before it.
 */
@Component
class TokenRelay implements Function<ServerRequest, ServerRequest> {

  private static final Set<String> WITHHELD =
      Set.of("cookie", "x-xsrf-token", "forwarded", "x-real-ip", "x-correlation-id");

  @Override
  public ServerRequest apply(ServerRequest request) {
    var withheld =
        request.headers().asHttpHeaders().headerNames().stream()
            .filter(TokenRelay::isWithheld)
            .collect(Collectors.toSet());
    var relayed = ServerRequest.from(request);
    relayed.headers(headers -> {
      withheld.forEach(headers::remove);
      var caller = SecurityContextHolder.getContext().getAuthentication();
      if (caller instanceof RelayedCaller signedIn) {
        headers.setBearerAuth(signedIn.token());
      }
      headers.set(HttpHeaders.ACCEPT_ENCODING, "identity");
      headers.set("X-Correlation-Id", MDC.get("correlation"));
    });
    return relayed.build();
  }

  private static boolean isWithheld(String header) {
    var name = header.toLowerCase(Locale.ROOT);
    return WITHHELD.contains(name) || name.startsWith("x-forwarded-");
  }
}
