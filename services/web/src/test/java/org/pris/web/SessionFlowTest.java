package org.pris.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.contracts.Role;
import org.pris.platform.Ids;
import org.pris.platform.testing.Issuer;
import org.pris.platform.testing.MongoStandIn;
import org.pris.platform.testing.Servers;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Two instances over one store: a request goes to either. */
@DisplayName("A session")
class SessionFlowTest {

  static final SetClock CLOCK = new SetClock();
  static final Realm REALM = realm();
  static final String ELSEWHERE = "urn:pris:problem:signed-out";
  static final String NOBODY = "urn:pris:problem:unauthenticated";

  static Instance one;
  static Instance other;
  static MongoOperations mongo;

  static Realm realm() {
    try {
      return new Realm();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeAll
  static void start() {
    var database = Servers.mongo("web_sessions");
    one = Instance.start(database, REALM, CLOCK, Map.of());
    other = Instance.start(database, REALM, CLOCK, Map.of());
    mongo = one.context().getBean(MongoOperations.class);
  }

  @AfterAll
  static void stop() {
    one.close();
    other.close();
  }

  @BeforeEach
  void anew() {
    CLOCK.reset();
    REALM.away = false;
    REALM.slowMillis = 0;
    REALM.role = Role.RESPONDER;
    REALM.exchanges.set(0);
    mongo.remove(new Query(), SessionRow.class);
  }

  private static Document stored() {
    return Objects.requireNonNull(mongo.getCollection("sessions").find().first());
  }

  private static void forward(Duration by) {
    CLOCK.forward(by);
  }

  static void expect(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(Browser.json(answer).path("type").asString()).isEqualTo(type);
  }

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
    expect(thief.get(one, "/api/me"), 401, NOBODY);
  }

  @Test
  @DisplayName("whose keys are gone makes its person sign in again")
  void otherKeys() {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    mongo.updateFirst(
        new Query(), new Update().set("attributes.context.keyId", "k9"), SessionRow.class);

    expect(browser.get(one, "/api/me"), 401, NOBODY);
    browser.signedIn(one);
    browser.me(other);
  }

  @Test
  @DisplayName("ends after an hour without a request of the person's own")
  void idle() {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    var begun = Instant.parse(browser.me(one).path("sessionEndsAt").asString());
    for (var minutes = 0; minutes < 50; minutes += 10) {
      forward(Duration.ofMinutes(10));
      var me = browser.me(one, "X-Pris-Background", "true");
      assertThat(Instant.parse(me.path("sessionEndsAt").asString())).isEqualTo(begun);
      browser.get(other, "/api/board/stream");
    }

    var stayed = browser.me(other);
    assertThat(Instant.parse(stayed.path("sessionEndsAt").asString()))
        .isAfter(begun.plus(Duration.ofMinutes(49)));

    forward(Duration.ofMinutes(59));
    browser.me(one, "X-Pris-Background", "true");
    forward(Duration.ofMinutes(2));
    expect(browser.get(one, "/api/me"), 401, NOBODY);
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
      forward(Duration.ofMinutes(31));
      browser.me(one);
    }
    var late = browser.me(one);
    assertThat(late.path("sessionEndsAt").asString())
        .isEqualTo(late.path("sessionEndsForGood").asString())
        .isEqualTo(ends.toString());
    forward(Duration.ofMinutes(12));
    expect(browser.get(one, "/api/me"), 401, NOBODY);
  }

  @Test
  @DisplayName("is written once a minute at most, however busy the person is")
  void writes() {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    forward(Duration.ofSeconds(61));
    browser.me(one);
    var after = stored();

    forward(Duration.ofSeconds(50));
    browser.me(one);
    assertThat(stored()).isEqualTo(after);
    forward(Duration.ofSeconds(11));
    browser.me(one);
    assertThat(stored().getDate("seenAt")).isAfter(after.getDate("seenAt"));
  }

  @Test
  @DisplayName("is swept away once it has ended")
  void swept() {
    new Browser(REALM, "responder1").signedIn(one);
    var stays = new Browser(REALM, "responder2");
    forward(Duration.ofMinutes(30));
    stays.signedIn(one);
    forward(Duration.ofMinutes(31));

    one.context().getBean(Sessions.class).sweep();

    assertThat(mongo.count(new Query(), SessionRow.class)).isEqualTo(1);
    stays.me(one);
  }

  @Test
  @DisplayName("loses the rights that were withdrawn at Keycloak within three minutes")
  void revoked() {
    var browser = new Browser(REALM, "lead1").signedIn(one);
    REALM.role = Role.DECLARANT;
    forward(Duration.ofSeconds(179));
    assertThat(browser.me(one).path("roles").get(0).asString()).isEqualTo("RESPONDER");
    assertThat(REALM.exchanges).hasValue(0);

    forward(Duration.ofSeconds(2));

    assertThat(browser.me(other).path("roles").get(0).asString()).isEqualTo("DECLARANT");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 16})
  @DisplayName("has its tokens exchanged once, however many ask at once on however many instances")
  void oneExchange(int minutes) throws Exception {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    forward(Duration.ofMinutes(minutes)); // 16: the old one is of no use meanwhile
    REALM.slowMillis = 400;

    for (var answer : atOnce(24, browser)) {
      assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(200);
    }

    assertThat(REALM.exchanges).hasValue(1);
    forward(Duration.ofMinutes(4));
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
    forward(Duration.ofMinutes(4));
    mongo.updateFirst(
        new Query(),
        new Update()
            .set("refresh", new SessionRow.Refresh("dead", CLOCK.instant().plusSeconds(15))),
        SessionRow.class);

    browser.me(one);
    assertThat(REALM.exchanges).hasValue(0);
    forward(Duration.ofSeconds(16));
    browser.me(other);
    assertThat(REALM.exchanges).hasValue(1);
    assertThat(stored()).doesNotContainKey("refresh");
  }

  @Test
  @DisplayName("does not notice that Keycloak is away for ten minutes")
  void keycloakAway() {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    forward(Duration.ofMinutes(3)); // the worst moment: the token is to be exchanged
    REALM.away = true;
    for (var seconds = 0; seconds <= 600; seconds += 60) {
      assertThat(browser.me(one).path("username").asString()).isEqualTo("responder1");
      browser.me(other);
      forward(Duration.ofMinutes(1));
    }

    forward(Duration.ofMinutes(2)); // the token has run out
    var answer = browser.get(one, "/api/me");
    expect(answer, 503, "urn:pris:problem:unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();

    REALM.away = false;
    forward(Duration.ofSeconds(16));
    browser.me(one);
  }

  @Test
  @DisplayName("that Keycloak has ended ends here, with 401 and without a way to sign-in")
  void refused() {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    REALM.end(browser.sid());
    forward(Duration.ofMinutes(4));

    var answer = browser.get(other, "/api/cases");

    expect(answer, 401, ELSEWHERE);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    expect(browser.get(one, "/api/me"), 401, ELSEWHERE);
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
    expect(desk.get(one, "/api/me"), 401, ELSEWHERE);
    phone.me(one);

    assertThat(Browser.toldByKeycloak(one, Realm.logoutToken("", subject, false))).isEqualTo(200);
    expect(phone.get(other, "/api/me"), 401, ELSEWHERE);
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
    expect(browser.get(one, "/api/me"), 401, NOBODY);
  }

  @Test
  @DisplayName("changes nothing without the token against forgery")
  void forged() {
    var browser = new Browser(REALM, "responder1").signedIn(one);

    expect(browser.post(one, "/api/cases"), 403, "urn:pris:problem:forbidden");
  }

  @Test
  @DisplayName("leads to the page that was asked for, if it is one of ours")
  void deepLink() {
    assertThat(new Browser(REALM, "r").signIn(one, "/cases/PRIS-2026-000017?tab=2", Instant.now()))
        .isEqualTo("/cases/PRIS-2026-000017?tab=2");
    assertThat(new Browser(REALM, "r").signIn(one, "//evil.example/", Instant.now()))
        .isEqualTo("/");
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

      expect(browser.get(after, "/api/me"), 503, "urn:pris:problem:unavailable");
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
