package org.pris.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Role;
import org.pris.platform.testing.Issuer;

/**
 * Keycloak as far as this service speaks with it: exchanges codes and refresh tokens, and takes the
 * second use of a refresh token for theft.
 */
final class Realm {

  /** A session at Keycloak. */
  private record Sso(String sid, String username, Instant since) {}

  final AtomicInteger exchanges = new AtomicInteger();
  volatile boolean away;
  volatile long slowMillis;
  volatile Role role = Role.RESPONDER;

  private final Map<String, Sso> codes = new ConcurrentHashMap<>();
  private final Map<String, String> nonces = new ConcurrentHashMap<>();
  private final Map<String, Sso> refreshTokens = new ConcurrentHashMap<>();
  private final Set<String> ended = ConcurrentHashMap.newKeySet();
  private final HttpServer server;

  Realm() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/protocol/openid-connect/token", this::token);
    server.createContext("/protocol/openid-connect/certs", Realm::keys);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Somebody has given their password: the code that their browser brings back. */
  String code(String username, String sid, String nonce, Instant since) {
    var code = UUID.randomUUID().toString();
    codes.put(code, new Sso(sid, username, since));
    nonces.put(code, nonce);
    return code;
  }

  void end(String sid) {
    ended.add(sid);
  }

  /** What Keycloak sends by itself. */
  static String logoutToken(String sid, String subject, boolean named) {
    return Issuer.token(
        "nobody",
        List.of(),
        List.of(),
        it -> {
          it.audience("pris-web")
              .subject(subject)
              .jwtID(UUID.randomUUID().toString())
              .claim(
                  "events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
          return named ? it.claim("sid", sid) : it;
        });
  }

  private void token(HttpExchange exchange) throws IOException {
    if (away) {
      exchange.close();
      return;
    }
    var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    var code = form.get("code");
    var sso = code == null ? refreshed(form.getOrDefault("refresh_token", "")) : codes.remove(code);
    if (sso == null || ended.contains(sso.sid())) {
      answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
      return;
    }
    var nonce = code == null ? "" : nonces.getOrDefault(code, "");
    var refresh = UUID.randomUUID().toString();
    refreshTokens.put(refresh, sso);
    answer(
        exchange,
        200,
        """
        {"access_token": "%s", "id_token": "%s", "refresh_token": "%s",
         "expires_in": 900, "token_type": "Bearer", "scope": "openid profile"}
        """
            .formatted(access(sso), identity(sso, nonce), refresh));
  }

  private @Nullable Sso refreshed(String token) throws IOException {
    exchanges.incrementAndGet();
    try {
      Thread.sleep(slowMillis);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return refreshTokens.remove(token);
  }

  private String access(Sso sso) {
    return Issuer.token(sso.username(), List.of(), List.of(role), it -> it.claim("sid", sso.sid()));
  }

  private static String identity(Sso sso, String nonce) {
    return Issuer.token(
        sso.username(),
        List.of(),
        List.of(),
        it ->
            it.audience("pris-web")
                .claim("azp", "pris-web")
                .claim("sid", sso.sid())
                .claim("nonce", nonce)
                .claim("auth_time", Date.from(sso.since())));
  }

  private static void keys(HttpExchange exchange) throws IOException {
    try (var keys = URI.create(Issuer.running().keys()).toURL().openStream()) {
      answer(exchange, 200, new String(keys.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static Map<String, String> form(String encoded) {
    return Stream.of(encoded.split("&"))
        .map(it -> it.split("=", 2))
        .collect(
            Collectors.toMap(it -> it[0], it -> URLDecoder.decode(it[1], StandardCharsets.UTF_8)));
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    var body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
