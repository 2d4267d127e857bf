package org.pris.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Role;
import org.pris.platform.testing.Issuer;
import org.pris.platform.testing.Servers;
import org.pris.platform.testing.standin.MongoStandIn;
import org.pris.web.board.OpenStreams;
import org.springframework.dao.DataAccessException;

/** Two instances over one store: what one ends, the other's streams end with. */
@DisplayName("A stream of the board")
class StreamSessionFlowTest {

  static final SetClock CLOCK = new SetClock();
  static final Realm REALM = new Realm();
  static final QuietBoard BOARD = new QuietBoard();
  static final Map<String, String> QUICK =
      Map.of(
          "pris.web.services.triage",
          BOARD.address(),
          "pris.web.board-probe",
          "PT0.1S",
          "pris.web.session-probe",
          "PT0.1S");

  static Instance one;
  static Instance other;

  @BeforeAll
  static void start() {
    var database = Servers.mongo("web_streams");
    one = Instance.start(database, REALM, CLOCK, QUICK);
    other = Instance.start(database, REALM, CLOCK, QUICK);
  }

  @AfterAll
  static void stop() {
    one.close();
    other.close();
  }

  @AfterEach
  void anew() {
    CLOCK.reset();
    REALM.away = false;
    BOARD.end();
    awaitHeld(0);
  }

  /** How many streams this service still reads from the one behind. */
  private static void awaitHeld(int streams) {
    await().untilAsserted(() -> assertThat(BOARD.held()).isEqualTo(streams));
  }

  /** Whether it has ended, as its reader sees it. */
  private static CompletableFuture<Void> ended(Instance at, String... caller) {
    var stream = opened(at, caller);
    return CompletableFuture.runAsync(() -> drained(stream));
  }

  private static InputStream opened(Instance at, String... caller) {
    var request =
        HttpRequest.newBuilder(URI.create(at.address() + "/api/board/stream"))
            .headers(caller)
            .build();
    try {
      var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body().read()).isEqualTo(':');
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void drained(InputStream stream) {
    try (stream) {
      stream.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CompletableFuture<Void> ended(Instance at, Browser browser) {
    return ended(at, "Cookie", cookie(browser));
  }

  private static String cookie(Browser browser) {
    return "pris=" + browser.cookie("pris");
  }

  /** A machine's, which hangs on no session. */
  private static CompletableFuture<Void> machine() {
    var token = Issuer.token("soc", List.of(), List.of(Role.LEAD), UnaryOperator.identity());
    return ended(one, "Authorization", "Bearer " + token);
  }

  @Test
  @DisplayName("ends where its person signs out at another instance, and nobody else's does")
  void signedOut() {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    var stays = new Browser(REALM, "responder1").signedIn(one);
    var stream = ended(one, browser);
    var another = ended(one, stays);
    var machine = machine();
    awaitHeld(3);

    browser.post(other, "/sign-out", "X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));

    await().until(stream::isDone);
    awaitHeld(2);
    assertThat(another).isNotDone();
    assertThat(machine).isNotDone();
  }

  @Test
  @DisplayName("is not read on behind a browser that has left")
  void left() throws IOException {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    var stays = ended(one, browser);
    var leaves = opened(one, "Cookie", cookie(browser));
    awaitHeld(2);

    leaves.close();

    awaitHeld(1);
    assertThat(stays).isNotDone();
  }

  @Test
  @DisplayName("ends by Keycloak's word that reached another instance, whose requests end at once")
  void elsewhere() throws Exception {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    var stream = ended(one, browser);

    browser.endedByKeycloak(other);

    Browser.expect(browser.get(one, "/api/me"), 401, Browser.ELSEWHERE);
    await().until(stream::isDone);
    awaitHeld(0);
  }

  @Test
  @DisplayName("is no request of the person's own, and ends with the session that ran out")
  void idle() {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    CLOCK.forward(Duration.ofMinutes(59));
    var stream = ended(one, browser);
    assertThat(stream).isNotDone();

    CLOCK.forward(Duration.ofSeconds(90)); // sooner than its rights are asked anew

    await().until(stream::isDone);
  }

  @Test
  @DisplayName("ends three minutes after its rights were asked, and comes back with those of now")
  void rights() {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    CLOCK.forward(Duration.ofMinutes(2));
    var stream = ended(one, browser);
    var machine = machine();
    CLOCK.forward(Duration.ofSeconds(55));
    await().during(Duration.ofMillis(500)).untilAsserted(() -> assertThat(stream).isNotDone());

    CLOCK.forward(Duration.ofSeconds(6));

    await().until(stream::isDone);
    awaitHeld(1);
    assertThat(machine).isNotDone();
    var before = REALM.exchanges.get();
    assertThat(ended(one, browser)).isNotDone();
    assertThat(REALM.exchanges).hasValue(before + 1);
  }

  @Test
  @DisplayName("goes on for a minute at a time while Keycloak has no other rights to give")
  void keycloakAway() {
    var browser = new Browser(REALM, "responder1").signedIn(one);
    CLOCK.forward(Duration.ofMinutes(4));
    REALM.away = true;
    var stream = ended(one, browser);
    CLOCK.forward(Duration.ofSeconds(50));
    await().during(Duration.ofMillis(500)).untilAsserted(() -> assertThat(stream).isNotDone());

    CLOCK.forward(Duration.ofSeconds(11));

    await().until(stream::isDone);
  }

  @Test
  @DisplayName("does not end because nobody can say how its session is")
  void storeAway() {
    var store = MongoStandIn.inMemory();
    try (var alone =
        Instance.start(store.uri("web") + "&serverSelectionTimeoutMS=500", REALM, CLOCK, QUICK)) {
      var stream = ended(alone, new Browser(REALM, "responder1").signedIn(alone));
      var streams = alone.context().getBean(OpenStreams.class);

      store.close();

      assertThatThrownBy(streams::endWithTheirSessions).isInstanceOf(DataAccessException.class);
      assertThat(stream).isNotDone();
    }
  }
}
