package org.pris.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.pris.local.client.Account;
import org.pris.local.client.EndToEnd;
import org.pris.local.client.Reply;

/** At web, and at each service as whoever has got onto its network. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A token opens nothing that is")
class TokensE2eTest {

  private static final Map<String, String> PLACES =
      Map.of(
          "web", "/api/me",
          "intake", "/api/establishments?limit=1",
          "triage", "/api/cases?limit=1",
          "remediation", "/api/playbooks",
          "timeline", "/api/cases/00000000-0000-4000-8000-000000000000/timeline",
          "notification", "/api/webhooks");

  /** How often somebody came for the keys that a token said are the right ones. */
  final AtomicInteger fetched = new AtomicInteger();

  private final HttpServer attacker;

  TokensE2eTest() throws IOException {
    attacker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeAll
  void given() {
    attacker.createContext(
        "/",
        exchange -> {
          fetched.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    attacker.start();
  }

  @AfterAll
  void end() {
    attacker.stop(0);
    assertThat(fetched).hasValue(0);
  }

  @TestFactory
  @DisplayName("confused:")
  Stream<DynamicTest> confused() throws Exception {
    var tokens = new LinkedHashMap<String, String>();
    var elsewhere = "http://127.0.0.1:" + attacker.getAddress().getPort();
    tokens.putAll(new ConfusedTokens(elsewhere).all());
    tokens.put("expired", ForeignTokens.expired());
    tokens.put("of another realm", ForeignTokens.ofAnotherIssuer());
    tokens.put("for another audience", ForeignTokens.forAnotherAudience());
    tokens.put("an ID token", ForeignTokens.beside("id_token"));
    tokens.put("a refresh token", ForeignTokens.beside("refresh_token"));
    return tokens.entrySet().stream()
        .map(it -> dynamicTest(it.getKey(), () -> refusedEverywhere("Bearer " + it.getValue())));
  }

  @TestFactory
  @DisplayName("brought in another way:")
  Stream<DynamicTest> otherWays() {
    var real = Account.of("lead1").token();
    return Stream.of(
            "Basic " + real,
            "Digest " + real,
            "DPoP " + real,
            "Token " + real,
            real,
            "Bearer",
            "Bearer " + real + ", Bearer " + real,
            "Bearer " + real + " " + real,
            "Bearer \"" + real + "\"")
        .map(it -> dynamicTest(it.replace(real, "…"), () -> refusedEverywhere(it)));
  }

  @Test
  @DisplayName("in the address, or in a form")
  void parameters() {
    var token = Account.of("lead1").token();
    PLACES.forEach((name, path) -> {
      var asked = path + (path.contains("?") ? "&" : "?") + "access_token=" + token;
      expectRefusal(name, Account.send(to(name, asked).GET().build()));
    });
  }

  @Test
  @DisplayName("behind another: the first alone counts, at web and behind it")
  void twice() {
    var lead = "Bearer " + Account.of("lead1").token();
    var declarant = "Bearer " + Account.of("declarant1").token();
    PLACES.forEach((name, path) -> {
      var second =
          to(name, path).header("Authorization", "Bearer x").header("Authorization", lead).build();
      expectRefusal(name, Account.send(second));
    });
    for (var at : List.of("web", "notification")) {
      var both =
          to(at, "/api/webhooks")
              .header("Authorization", declarant)
              .header("Authorization", "Bearer " + Account.of("admin1").token())
              .build();
      assertThat(Account.send(both).status()).as(at).isIn(400, 401, 403);
    }
  }

  private static void refusedEverywhere(String authorization) {
    PLACES.forEach((name, path) -> {
      var request = to(name, path).header("Authorization", authorization).GET().build();
      expectRefusal(name, Account.send(request));
    });
  }

  private static void expectRefusal(String name, Reply reply) {
    // 400: too long for a header, which is refused before anybody reads it
    assertThat(reply.status()).as("%s: %s", name, reply.text()).isIn(400, 401);
  }

  private static HttpRequest.Builder to(String name, String path) {
    return HttpRequest.newBuilder(URI.create(EndToEnd.stack().urls().inside(name) + path))
        .timeout(Duration.ofSeconds(30));
  }
}
