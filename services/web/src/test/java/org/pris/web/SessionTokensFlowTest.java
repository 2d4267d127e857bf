package org.pris.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.contracts.Role;
import org.pris.web.session.SessionRow;
import org.pris.web.session.TokenRefreshLeases;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

@DisplayName("A session")
class SessionTokensFlowTest extends TwoInstances {

  @Test
  @DisplayName("loses the rights that were withdrawn at Keycloak within three minutes")
  void revoked() {
    var browser = new Browser(REALM, "lead1").signedIn(one);
    REALM.role = Role.DECLARANT;
    CLOCK.forward(Duration.ofSeconds(179));
    assertThat(browser.me(one).path("roles").get(0).asString()).isEqualTo("RESPONDER");
    assertThat(REALM.exchanges).hasValue(0);

    CLOCK.forward(Duration.ofSeconds(2));

    assertThat(browser.me(other).path("roles").get(0).asString()).isEqualTo("DECLARANT");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 16})
  @DisplayName("has its tokens exchanged once, however many ask at once on however many instances")
  void oneExchange(int minutes) throws Exception {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    CLOCK.forward(Duration.ofMinutes(minutes)); // 16: the old one is of no use meanwhile
    REALM.slowMillis = 400;

    for (var answer : atOnce(24, browser)) {
      assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(200);
    }

    assertThat(REALM.exchanges).hasValue(1);
    CLOCK.forward(Duration.ofMinutes(4));
    browser.me(other); // with the newest refresh token: the one before is used up
    assertThat(REALM.exchanges).hasValue(2);
  }

  private static List<Future<HttpResponse<String>>> atOnce(int many, Browser browser)
      throws InterruptedException {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = new ArrayList<Future<HttpResponse<String>>>();
      for (var i = 0; i < many; i++) {
        var at = i % 2 == 0 ? one : other;
        asked.add(executor.submit(() -> browser.get(at, "/api/me")));
      }
      return asked;
    }
  }

  @Test
  @DisplayName("is exchanged by another where the one that began has died")
  void crashedHolder() {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    CLOCK.forward(Duration.ofMinutes(4));
    mongo.updateFirst(
        new Query(),
        new Update()
            .set("refresh", new SessionRow.Refresh("dead", CLOCK.instant().plusSeconds(15))),
        SessionRow.class);

    browser.me(one);
    assertThat(REALM.exchanges).hasValue(0);
    CLOCK.forward(Duration.ofSeconds(16));
    browser.me(other);
    assertThat(REALM.exchanges).hasValue(1);
    assertThat(stored()).doesNotContainKey("refresh");
  }

  @Test
  @DisplayName("is neither set back nor ended by one that was too slow to exchange its tokens")
  void lateHolder() {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    var refreshes = one.context().getBean(TokenRefreshLeases.class);
    CLOCK.forward(Duration.ofMinutes(4));
    var late = refreshes.take(browser.cookie("pris")).orElseThrow();
    CLOCK.forward(Duration.ofSeconds(16));
    browser.me(other);
    assertThat(REALM.exchanges).hasValue(1);

    refreshes.keep(late, late.tokens());
    refreshes.end(late);

    browser.me(one);
    CLOCK.forward(Duration.ofMinutes(4));
    browser.me(other); // with the newest refresh token: the late one's is used up
    assertThat(REALM.exchanges).hasValue(2);
  }

  @Test
  @DisplayName("is not taken from who exchanges its tokens now by one that was too slow before")
  void lateRelease() {
    var session = new Browser(REALM, "responder1").signedIn(one).cookie("pris");
    var refreshes = one.context().getBean(TokenRefreshLeases.class);
    var late = refreshes.take(session).orElseThrow();
    CLOCK.forward(Duration.ofSeconds(16));
    var holder = other.context().getBean(TokenRefreshLeases.class).take(session).orElseThrow();

    refreshes.release(late);
    refreshes.keep(late, late.tokens());
    refreshes.end(late);

    assertThat(refreshes.take(session)).isEmpty();
    assertThat(refreshes.standing(session).tokens()).isEqualTo(holder.tokens());
    refreshes.release(holder);
    assertThat(refreshes.take(session)).isPresent();
  }

  @Test
  @DisplayName("does not notice that Keycloak is away for ten minutes")
  void keycloakAway() {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    CLOCK.forward(Duration.ofMinutes(3)); // the worst moment: the token is to be exchanged
    REALM.away = true;
    for (var seconds = 0; seconds <= 600; seconds += 60) {
      assertThat(browser.me(one).path("username").asString()).isEqualTo("responder1");
      browser.me(other);
      CLOCK.forward(Duration.ofMinutes(1));
    }

    CLOCK.forward(Duration.ofMinutes(2)); // the token has run out
    var answer = browser.get(one, "/api/me");
    Browser.expect(answer, 503, "urn:pris:problem:unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();

    REALM.away = false;
    CLOCK.forward(Duration.ofSeconds(16));
    browser.me(one);
  }
}
