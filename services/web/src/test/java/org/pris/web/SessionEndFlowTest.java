package org.pris.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.platform.Ids;
import org.pris.web.session.SessionRow;
import org.springframework.data.mongodb.core.query.Query;

@DisplayName("A session")
class SessionEndFlowTest extends TwoInstances {

  @Test
  @DisplayName("that Keycloak has ended ends here, with 401 and without a way to sign-in")
  void refused() {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    REALM.end(browser.sid());
    CLOCK.forward(Duration.ofMinutes(4));

    var answer = browser.get(other, "/api/cases");

    Browser.expect(answer, 401, Browser.ELSEWHERE);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    Browser.expect(browser.get(one, "/api/me"), 401, Browser.ELSEWHERE);
    assertThat(stored().get("attributes", Document.class)).isEmpty();
    assertThat(stored()).doesNotContainKeys("sid", "subject", "refresh");
    browser.signedIn(one);
    browser.me(other);
  }

  @Test
  @DisplayName("ends by Keycloak's word, wherever it was signed in")
  void backChannel() {
    var desk = new Browser(REALM, "responder1").signedIn(one);
    var phone = new Browser(REALM, "responder1").signedIn(other);
    var colleague = new Browser(REALM, "responder2").signedIn(one);
    var subject = Ids.of("account", "responder1").toString();

    assertThat(Browser.toldByKeycloak(other, Realm.logoutToken(desk.sid(), subject, true)))
        .isEqualTo(200);
    Browser.expect(desk.get(one, "/api/me"), 401, Browser.ELSEWHERE);
    phone.me(one);

    assertThat(Browser.toldByKeycloak(one, Realm.logoutToken("", subject, false))).isEqualTo(200);
    Browser.expect(phone.get(other, "/api/me"), 401, Browser.ELSEWHERE);
    colleague.me(other);
  }

  @Test
  @DisplayName("does not end by a word that is not Keycloak's")
  void forgedWord() {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    var subject = Ids.of("account", "responder1").toString();
    var word = Realm.logoutToken(browser.sid(), subject, true);

    assertThat(Browser.toldByKeycloak(one, word.substring(0, word.length() - 8) + "AAAAAAAA"))
        .isEqualTo(400);
    browser.me(one);
  }

  @Test
  @DisplayName("is ended by a POST with the token against forgery, and by nothing else")
  void signOut() {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    browser.get(one, "/sign-out");
    browser.me(one);
    assertThat(browser.post(one, "/sign-out").statusCode()).isEqualTo(403);
    browser.me(one);

    var out = browser.post(other, "/sign-out", "X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));

    assertThat(out.statusCode()).isEqualTo(200);
    assertThat(out.headers().firstValue("Refresh").orElseThrow()).contains("id_token_hint=eyJ");
    assertThat(browser.cookies).doesNotContainKey("pris");
    assertThat(mongo.count(new Query(), SessionRow.class)).isZero();
    Browser.expect(browser.get(one, "/api/me"), 401, Browser.NOBODY);
  }
}
