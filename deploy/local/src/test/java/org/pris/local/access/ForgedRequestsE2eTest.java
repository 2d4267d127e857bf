package org.pris.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.pris.local.client.Browser;
import org.pris.local.client.Expectation;
import org.pris.local.client.Operations;
import org.pris.local.client.Reply;

/** What another site makes a signed-in browser ask, that has its cookies but not its token. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A session")
class ForgedRequestsE2eTest {

  private static final Expectation NOTHING = new Expectation(Expectation.Answer.HIDDEN, "");

  Browser browser = new Browser();

  @BeforeAll
  void given() {
    browser = Browser.known("responder1");
  }

  @TestFactory
  @DisplayName("changes nothing without its own token against forged requests:")
  Stream<DynamicTest> forged() {
    var other = Browser.known("declarant1");
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
}
