package org.pris.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Role;
import org.pris.platform.testing.Issuer;
import org.pris.platform.testing.standin.MongoStandIn;
import org.pris.web.session.SessionRow;
import org.pris.web.session.Sessions;
import org.pris.web.session.WebSession;
import org.springframework.data.mongodb.core.query.Query;

@DisplayName("A session")
class SessionLifeFlowTest extends TwoInstances {

  @Test
  @DisplayName("ends after an hour without a request of the person's own")
  void idle() {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    var begun = Instant.parse(browser.me(one).path("sessionEndsAt").asString());
    for (var minutes = 0; minutes < 50; minutes += 10) {
      CLOCK.forward(Duration.ofMinutes(10));
      var me = browser.me(one, "X-Pris-Background", "true");
      assertThat(Instant.parse(me.path("sessionEndsAt").asString())).isEqualTo(begun);
      browser.get(other, "/api/board/stream");
    }

    var stayed = browser.me(other);
    assertThat(Instant.parse(stayed.path("sessionEndsAt").asString()))
        .isAfter(begun.plus(Duration.ofMinutes(49)));

    CLOCK.forward(Duration.ofMinutes(59));
    browser.me(one, "X-Pris-Background", "true");
    CLOCK.forward(Duration.ofMinutes(2));
    Browser.expect(browser.get(one, "/api/me"), 401, Browser.NOBODY);
  }

  @Test
  @DisplayName("ends twelve hours after the sign-in at Keycloak, whatever the person does")
  void longest() {
    var browser = new Browser(REALM, "responder1");
    browser.signIn(one, "/", Instant.now().minus(Duration.ofHours(2)));
    var me = browser.me(one);
    var ends = Instant.parse(me.path("sessionEndsForGood").asString());
    assertThat(ends)
        .isBetween(
            Instant.now().plus(Duration.ofMinutes(599)), Instant.now().plus(Duration.ofHours(10)));

    for (var hour = 0; hour < 19; hour++) {
      CLOCK.forward(Duration.ofMinutes(31));
      browser.me(one);
    }
    var late = browser.me(one);
    assertThat(late.path("sessionEndsAt").asString())
        .isEqualTo(late.path("sessionEndsForGood").asString())
        .isEqualTo(ends.toString());
    CLOCK.forward(Duration.ofMinutes(12));
    Browser.expect(browser.get(one, "/api/me"), 401, Browser.NOBODY);
  }

  @Test
  @DisplayName("is behind a path however it is spelt, as what answers there")
  void spelt() {
    var browser = new Browser(REALM, "responder1").signedIn(one);

    var me = browser.get(one, "/%61pi/me");

    assertThat(me.statusCode()).as(me.body()).isEqualTo(200);
    assertThat(me.headers().firstValue("Cache-Control")).hasValue("no-store");
    Browser.expect(new Browser(REALM, "responder2").get(one, "/%61pi/me"), 401, Browser.NOBODY);
  }

  @Test
  @DisplayName("is written once a minute at most, however busy the person is")
  void writes() {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    CLOCK.forward(Duration.ofSeconds(61));
    browser.me(one);
    var after = stored();

    CLOCK.forward(Duration.ofSeconds(50));
    browser.me(one);
    assertThat(stored()).isEqualTo(after);
    CLOCK.forward(Duration.ofSeconds(11));
    browser.me(one);
    assertThat(stored().getDate("seenAt")).isAfter(after.getDate("seenAt"));
  }

  @Test
  @DisplayName("is swept away once it has ended")
  void swept() {
    new Browser(REALM, "responder1").signedIn(one);
    var stays = new Browser(REALM, "responder2");
    CLOCK.forward(Duration.ofMinutes(30));
    stays.signedIn(one);
    CLOCK.forward(Duration.ofMinutes(31));

    one.context().getBean(Sessions.class).sweep();

    assertThat(mongo.count(new Query(), SessionRow.class)).isEqualTo(1);
    stays.me(one);
  }

  @Test
  @DisplayName("survives the end of the process, and says so where the store is away")
  void survives() {
    var store = MongoStandIn.inMemory();
    var uri = store.uri("web") + "&serverSelectionTimeoutMS=500";
    Supplier<Instance> process =
        () -> Instance.start(uri, REALM, CLOCK, Map.of("pris.web.url", "https://pris.example"));
    var browser = new Browser(REALM, "responder1");
    try (var before = process.get()) {
      var asked = browser.get(before, "/sign-in");
      assertThat(asked.headers().allValues("Set-Cookie"))
          .anySatisfy(it ->
              assertThat(it)
                  .startsWith("__Host-pris=")
                  .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                  .doesNotContain("Domain"));
      assertThat(asked.headers().firstValue("Strict-Transport-Security"))
          .hasValueSatisfying(it -> assertThat(it).startsWith("max-age=31536000"));
      browser.signedIn(before);
    }
    try (var after = process.get()) {
      browser.me(after);

      store.close();

      Browser.expect(browser.get(after, "/api/me"), 503, "urn:pris:problem:unavailable");
      assertThat(browser.get(after, "/actuator/health/readiness").statusCode()).isEqualTo(503);
      assertThat(browser.get(after, "/api/settings").statusCode()).isEqualTo(200);
      var machine =
          Issuer.token("soc", List.of(), List.of(Role.REPORTER), UnaryOperator.identity());
      var me = new Browser(REALM, "soc").me(after, "Authorization", "Bearer " + machine);
      assertThat(me.path("sessionEndsAt").isNull()).isTrue();
    }
  }

  @Test
  @DisplayName("holds nothing but what is meant for it")
  void allowList() {
    var session = new WebSession(CLOCK);

    assertThatThrownBy(() -> session.setAttribute("something", "else"))
        .isInstanceOf(IllegalArgumentException.class);
    Object read = session.getAttribute("something");
    assertThat(read).isNull();
  }
}
