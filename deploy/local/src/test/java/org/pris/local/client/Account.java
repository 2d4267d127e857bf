package org.pris.local.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody who calls the API by a script: through web, with a token of their own. */
public final class Account {

  static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private static final Duration FRESH = Duration.ofMinutes(8);

  private static final String UNFORGED = UUID.randomUUID().toString();

  private static final Map<String, Account> KNOWN = new ConcurrentHashMap<>();

  private final Map<String, String> grant;

  private @Nullable String token;

  private Instant renewAt = Instant.MIN;

  private Account(Map<String, String> grant) {
    this.grant = grant;
  }

  /** A demo account. */
  public static Account of(String username) {
    return KNOWN.computeIfAbsent(username, it -> through("pris-cli", it));
  }

  /** A demo account that signs in by another client. */
  public static Account through(String client, String username) {
    return new Account(
        Map.of(
            "grant_type",
            "password",
            "client_id",
            client,
            "username",
            username,
            "password",
            "pris-demo"));
  }

  /** A hospital's machine. */
  public static Account machine(String client) {
    return KNOWN.computeIfAbsent(
        client,
        it ->
            new Account(
                Map.of(
                    "grant_type",
                    "client_credentials",
                    "client_id",
                    it,
                    "client_secret",
                    "pris-demo")));
  }

  /**
   * Who has no token at all, but the one against forged requests, which anybody can make: so that
   * it is the missing identity that is refused.
   */
  public static Account nobody() {
    return bearing("");
  }

  /** Whoever has this token. */
  public static Account bearing(String token) {
    var account = new Account(Map.of());
    account.token = token;
    account.renewAt = Instant.MAX;
    return account;
  }

  public synchronized String token() {
    if (token == null || Instant.now().isAfter(renewAt)) {
      token = granted(EndToEnd.stack().urls().issuer(), grant);
      renewAt = Instant.now().plus(FRESH);
    }
    return token;
  }

  public static String granted(String issuer, Map<String, String> grant) {
    return grantedAll(issuer, grant).path("access_token").asString();
  }

  public static JsonNode grantedAll(String issuer, Map<String, String> grant) {
    var form =
        new TreeMap<>(grant)
            .entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return send(request).expect(200).json();
  }

  public Reply get(String path) {
    return send(request(path).GET().build());
  }

  public Reply post(String path, String json) {
    return call("POST", path, json);
  }

  /** The same key and body again answer what the first one did. */
  public Reply post(String path, String json, String key) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(json))
            .build());
  }

  public Reply call(String method, String path, @Nullable String json) {
    BodyPublisher body = json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
    return send(
        request(path).header("Content-Type", "application/json").method(method, body).build());
  }

  /** As it comes, without an end: for what is streamed. */
  HttpResponse<java.util.stream.Stream<String>> stream(String path)
      throws IOException, InterruptedException {
    return HTTP.send(
        request(path).timeout(Duration.ofMinutes(10)).GET().build(), BodyHandlers.ofLines());
  }

  /** How a stream begins; it is left at once. */
  public int opened(String path) {
    try {
      var response = HTTP.send(request(path).GET().build(), BodyHandlers.ofInputStream());
      response.body().close();
      return response.statusCode();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(URI.create(EndToEnd.stack().urls().web() + path))
            .timeout(Duration.ofSeconds(30))
            .header("Accept", "application/json, text/event-stream;q=0.5");
    return token().isEmpty()
        ? request.header("Cookie", "XSRF-TOKEN=" + UNFORGED).header("X-XSRF-TOKEN", UNFORGED)
        : request.header("Authorization", "Bearer " + token());
  }

  public static Reply send(HttpRequest request) {
    try {
      var reply = Reply.of(HTTP.send(request, BodyHandlers.ofString()));
      if (request.uri().getPort() != EndToEnd.stack().urls().ports().of("keycloak")) {
        Quiet.check(reply.asked(), reply.text());
      }
      return reply;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
