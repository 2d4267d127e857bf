package org.pris.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.local.client.Browser;
import org.pris.local.client.EndToEnd;
import org.pris.local.client.Wire;

/** What whoever sends somebody to sign in could gain by it: their session, or where they end up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A session")
class SignInAttacksE2eTest {

  Browser browser = new Browser();

  @BeforeAll
  void given() {
    browser = Browser.known("responder1");
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
}
