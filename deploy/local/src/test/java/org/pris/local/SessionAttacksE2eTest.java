package org.pris.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another site, or whoever shares a network, makes a signed-in browser do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A session")
class SessionAttacksE2eTest {

  Browser browser = new Browser();

  @BeforeAll
  void given() {
    browser = Browser.signedIn("responder1");
    browser.get("/api/me").expect(200);
  }

  @TestFactory
  @DisplayName("changes nothing without its own token against forged requests:")
  Stream<DynamicTest> forged() {
    var other = Browser.signedIn("declarant1");
    other.get("/api/me").expect(200);
    return Operations.all().stream()
        .filter(it -> !it.startsWith("GET "))
        .map(it ->
            dynamicTest(
                it,
                () -> {
                  for (var token :
                      List.of("", "x", UUID.randomUUID() + "", other.cookie("XSRF-TOKEN"))) {
                    forgedRequest(it, "application/json", token).expect(403);
                  }
                  for (var type :
                      List.of(
                          "text/plain",
                          "application/x-www-form-urlencoded",
                          "multipart/form-data; boundary=x",
                          "application/json; charset=utf-7")) {
                    forgedRequest(it, type, "").expect(403);
                  }
                }));
  }

  private Reply forgedRequest(String operation, String type, String token) {
    var method = operation.substring(0, operation.indexOf(' '));
    var path = operation.substring(operation.indexOf(' ') + 1);
    var body = Expectation.all().getOrDefault(operation, NOTHING).body();
    var request =
        Browser.web(path.replaceAll("\\{[a-z]+}", UUID.randomUUID().toString()))
            .header("Content-Type", type)
            .header("Origin", "https://evil.example")
            .header("Sec-Fetch-Site", "cross-site")
            .method(method, BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("X-XSRF-TOKEN", token);
    }
    return browser.send(request.build());
  }

  private static final Expectation NOTHING = new Expectation(Expectation.Answer.HIDDEN, "");

  @Test
  @DisplayName("takes no token that is empty on both sides, nor one from a planted cookie alone")
  void planted() {
    var victim = Browser.signedIn("responder1");
    victim.plant("XSRF-TOKEN", "");
    var empty = Browser.web("/api/cases").header("X-XSRF-TOKEN", "");
    assertThat(victim.send(empty.POST(BodyPublishers.ofString("{}")).build()).status())
        .isEqualTo(403);

    var attacker = new Browser();
    attacker.get("/");
    var known = attacker.cookie("XSRF-TOKEN");
    assertThat(known).isNotEmpty();
    victim.plant("XSRF-TOKEN", known);
    var alone = Browser.web("/api/cases").POST(BodyPublishers.ofString("{}")).build();
    victim.send(alone).expect(403);
  }

  @Test
  @DisplayName("has another token against forged requests than was there before sign-in")
  void tokenBefore() {
    var attacker = new Browser();
    attacker.get("/sign-in");
    var known = attacker.cookie("XSRF-TOKEN");
    assertThat(known).isNotEmpty();
    var victim = new Browser();
    victim.plant("XSRF-TOKEN", known);
    victim.signIn("responder1", "");
    victim.get("/api/me").expect(200);

    assertThat(victim.cookie("XSRF-TOKEN")).isNotEmpty().isNotEqualTo(known);
    var forged = Browser.web("/api/cases").header("X-XSRF-TOKEN", known);
    victim.send(forged.POST(BodyPublishers.ofString("{}")).build()).expect(403);
  }

  @Test
  @DisplayName("does with its token what is asked in JSON, and nothing that a form can say")
  void contentTypes() {
    for (var type :
        List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
      var request =
          Browser.web("/api/cases")
              .header("Content-Type", type)
              .header("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"))
              .POST(BodyPublishers.ofString("{\"establishment\": \"990000010\"}"))
              .build();
      assertThat(browser.send(request).status()).as(type).isIn(400, 415);
    }
    var json =
        Browser.web("/api/cases")
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"))
            .POST(BodyPublishers.ofString("{\"establishment\": \"990000010\"}"))
            .build();
    assertThat(browser.send(json).status()).isEqualTo(400);
  }

  @Test
  @DisplayName("is not ended by a link, a picture or a form of another site")
  void signOut() {
    browser.get("/sign-out");
    browser.get("/logout");
    browser.send(Browser.web("/sign-out").POST(BodyPublishers.noBody()).build()).expect(403);
    browser
        .send(
            Browser.web("/sign-out?_method=post")
                .header("X-HTTP-Method-Override", "POST")
                .GET()
                .build())
        .headers();

    browser.get("/api/me").expect(200);
  }

  @Test
  @DisplayName("gets a new name at sign-in, never one that somebody planted or knew before")
  void fixation() {
    var attacker = new Browser();
    attacker.get("/sign-in");
    var known = attacker.cookie("pris");
    assertThat(known).isNotEmpty();
    for (var name : List.of(known, "AAAAAAAAAAAAAAAAAAAAAA", UUID.randomUUID().toString())) {
      var victim = new Browser();
      victim.plant("pris", name);
      victim.signIn("responder1", "");

      assertThat(victim.cookie("pris")).isNotEmpty().isNotEqualTo(name);
      victim.get("/api/me").expect(200);
      var thief = new Browser();
      thief.plant("pris", name);
      thief.get("/api/me").expect(401);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "//evil.example",
        "///evil.example",
        "////evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "/%09/evil.example",
        "/%5cevil.example",
        "/%2f/evil.example",
        "/%2fevil.example",
        "/.//evil.example",
        "/..//evil.example",
        "/@evil.example",
        "@evil.example",
        ":80@evil.example",
        ".evil.example",
        "/\r\nLocation: https://evil.example",
        "/%0d%0aLocation:%20https://evil.example",
        "/\u2028/evil.example",
        "/\uff0f/evil.example",
        "/\u3002evil.example",
        "javascript:alert(1)",
        "/javascript:alert(1)",
        "data:text/html,x",
        "http:evil.example",
        "https:/evil.example",
        "/sign-out",
        "/api/me"
      })
  @DisplayName("begins on this site, wherever it was asked to lead:")
  void redirects(String to) {
    var query = "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    var start = browser.get("/sign-in" + query);
    assertThat(Browser.location(start.expect(302))).doesNotContain("evil");
    assertThat(start.headers().allValues("Set-Cookie").toString()).doesNotContain("evil");

    var end = browser.through("/sign-in" + query);

    var here = URI.create(EndToEnd.stack().urls().web());
    var there = here.resolve(end.replace('\\', '/').strip());
    assertThat(there.getAuthority()).as(end).isEqualTo(here.getAuthority());
    assertThat(there.getScheme()).isEqualTo("http");
    assertThat(there.getRawPath()).doesNotStartWith("//").doesNotStartWith("/%2f/");
  }

  @Test
  @DisplayName("is asked for at Keycloak for this address alone, whatever Host or proxy is claimed")
  void host() {
    for (var claim :
        List.of(
            "Host: evil.example",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Server: evil.example",
            "X-Forwarded-Proto: javascript",
            "X-Forwarded-Port: 666",
            "Forwarded: host=evil.example;proto=https",
            "X-Original-URL: /api/webhooks",
            "X-Rewrite-URL: /api/webhooks")) {
      for (var path : List.of("/sign-in?to=/cases", "/oauth2/authorization/keycloak", "/")) {
        var answer = Wire.ask("GET " + path, claim);
        assertThat(Wire.status(answer)).as(claim + path + answer).isIn(200, 302, 400);
        assertThat(answer).as(claim + path).doesNotContain("evil.example", ":666", "javascript:");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/board",
        "/api/me",
        "/api/cases",
        "/api/nothing",
        "/nothing.html",
        "/api-docs",
        "/api-docs/intake",
        "/sign-in",
        "/index.html",
        "/login/oauth2/code/keycloak"
      })
  @DisplayName("is shown in no frame, on whichever answer")
  void frames(String path) {
    for (var asker : List.of(browser, new Browser())) {
      var headers = asker.get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'");
      assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
      assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
      assertThat(headers.firstValue("Server")).isEmpty();
    }
  }

  @Test
  @DisplayName("is shared with no other origin")
  void origins() {
    for (var origin : List.of("https://evil.example", "null", "http://localhost:1")) {
      var preflight =
          browser.send(
              Browser.web("/api/cases")
                  .header("Origin", origin)
                  .header("Access-Control-Request-Method", "POST")
                  .header("Access-Control-Request-Headers", "x-xsrf-token")
                  .method("OPTIONS", BodyPublishers.noBody())
                  .build());
      assertThat(preflight.headers().map().keySet())
          .noneMatch(it -> it.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
    }
  }

  @Test
  @DisplayName("is a cookie that no script reads and no other site sends along")
  void cookie() {
    var fresh = new Browser();
    var set = fresh.get("/sign-in").headers().allValues("Set-Cookie");
    assertThat(set)
        .anySatisfy(it ->
            assertThat(it).startsWith("pris=").contains("HttpOnly", "SameSite=Lax", "Path=/"));
  }
}
