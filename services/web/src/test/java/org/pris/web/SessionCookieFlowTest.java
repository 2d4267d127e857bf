package org.pris.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.web.session.SessionRow;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Its name, which the browser keeps. */
@DisplayName("A session")
class SessionCookieFlowTest extends TwoInstances {

  @Test
  @DisplayName("that was signed in by one instance is known to the other")
  void shared() {
    var browser = new Browser(REALM, "responder1").signedIn(one);

    assertThat(browser.me(other).path("username").asString()).isEqualTo("responder1");
    assertThat(browser.me(one).path("roles").get(0).asString()).isEqualTo("RESPONDER");
  }

  @Test
  @DisplayName("gets a new id at sign-in, in a cookie that no script reads")
  void cookie() {
    var browser = new Browser(REALM, "responder1");
    var asked = browser.get(one, "/sign-in");
    var before = browser.cookie("pris");

    assertThat(asked.headers().allValues("Set-Cookie"))
        .anySatisfy(it ->
            assertThat(it)
                .startsWith("pris=" + before)
                .contains("Path=/", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain"));
    browser.signedIn(one);
    assertThat(browser.cookie("pris")).isNotEqualTo(before).hasSize(43);
    assertThat(mongo.count(new Query(), SessionRow.class)).isEqualTo(1);
  }

  @Test
  @DisplayName("with an id of somebody else's choice is not taken up")
  void fixation() {
    var browser = new Browser(REALM, "responder1");
    browser.cookies.put("pris", "chosen-by-somebody-else");

    browser.signedIn(one);

    assertThat(browser.cookie("pris")).isNotEqualTo("chosen-by-somebody-else");
    assertThat(stored().getString("_id")).isNotEqualTo(SessionRow.key("chosen-by-somebody-else"));
  }

  @Test
  @DisplayName("is nothing to whoever reads the store")
  void stolenStore() {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    var id = browser.cookie("pris");

    var text = stored().toJson();

    assertThat(stored().getString("_id")).isEqualTo(SessionRow.key(id));
    assertThat(text).doesNotContain(id, "responder1", "eyJ", "nonce\": \"ey");
    var thief = new Browser(REALM, "thief");
    thief.cookies.put("pris", stored().getString("_id"));
    Browser.expect(thief.get(one, "/api/me"), 401, Browser.NOBODY);
  }

  @Test
  @DisplayName("whose keys are gone makes its person sign in again")
  void otherKeys() {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    mongo.updateFirst(
        new Query(), new Update().set("attributes.context.keyId", "k9"), SessionRow.class);

    Browser.expect(browser.get(one, "/api/me"), 401, Browser.NOBODY);
    browser.signedIn(one);
    browser.me(other);
  }

  @Test
  @DisplayName("changes nothing without the token against forgery")
  void forged() {
    var browser = new Browser(REALM, "responder1").signedIn(one);

    Browser.expect(browser.post(one, "/api/cases"), 403, "urn:pris:problem:forbidden");
  }

  @Test
  @DisplayName("leads to the page that was asked for, if it is one of ours")
  void deepLink() {
    assertThat(new Browser(REALM, "r").signIn(one, "/cases/PRIS-2026-000017?tab=2", Instant.now()))
        .isEqualTo("/cases/PRIS-2026-000017?tab=2");
    assertThat(new Browser(REALM, "r").signIn(one, "//evil.example/", Instant.now()))
        .isEqualTo("/");
  }
}
