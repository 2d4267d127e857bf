package org.pris.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.local.client.Browser;
import org.pris.local.client.Reply;

/** The way back from Keycloak, gone by others, twice, or with what is not theirs. */
@DisplayName("A session")
class CallbackE2eTest {

  @Test
  @DisplayName("is made by no answer that Keycloak did not give to this browser, nor by one twice")
  void callback() {
    for (var query : List.of("", "?code=x&state=y", "?error=access_denied&state=y", "?state=%00")) {
      var nobody = new Browser();
      var reply = nobody.get("/login/oauth2/code/keycloak" + query);
      assertThat(reply.status()).as(query).isIn(302, 400);
      nobody.get("/api/me").expect(401);
    }

    var owner = new Browser();
    var answer = owner.answered("responder1", "");
    owner.get(answer).expect(302);
    var session = owner.cookie("pris");
    owner.get("/api/me").expect(200);
    expectFailed(owner.get(answer));
    assertThat(owner.cookie("pris"))
        .as("no session beside it, nor in its place")
        .isEqualTo(session);
    owner.get("/api/me").expect(200);

    expectFailed(new Browser(), answer);
    stolen(answer);
  }

  @Test
  @DisplayName("is made by no stolen code, even where its owner has not come back with it yet")
  void injection() {
    stolen(new Browser().answered("responder1", ""));
  }

  /** A genuine code in a sign-in that another browser has really begun. */
  private static void stolen(String answer) {
    var thief = new Browser();
    var code = Browser.parameter(URI.create(answer), "code");
    var state = thief.asked("state");
    expectFailed(thief, "/login/oauth2/code/keycloak?code=" + code + "&state=" + state);
  }

  @Test
  @DisplayName("is not made in another's browser, whose owner would then work for the attacker")
  void givenAway() {
    expectFailed(new Browser(), new Browser().answered("declarant1", ""));

    var begun = new Browser();
    begun.asked("state");
    expectFailed(begun, new Browser().answered("declarant1", ""));

    var victim = Browser.signedIn("responder1");
    var own = subject(victim);
    expectFailed(victim.get(new Browser().answered("declarant1", "")));
    assertThat(subject(victim)).isEqualTo(own);
  }

  private static String subject(Browser browser) {
    return browser.get("/api/me").expect(200).json().path("subject").asString();
  }

  private static void expectFailed(Browser nobody, String callback) {
    expectFailed(nobody.get(callback));
    nobody.get("/api/me").expect(401);
  }

  private static void expectFailed(Reply callback) {
    assertThat(Browser.location(callback.expect(302))).endsWith("/?signin=failed");
  }
}
