package org.pris.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pris.contracts.Role;
import org.pris.platform.testing.Issuer;
import org.pris.platform.testing.Servers;
import org.pris.web.route.ServiceInstances;

/** Every service behind has two instances, and nobody but a request finds out how they are. */
@DisplayName("A request for a service")
class ForwardingFlowTest {

  static final SetClock CLOCK = new SetClock();
  static final Realm REALM = new Realm();
  static final Behind ONE = new Behind(200);
  static final Behind OTHER = new Behind(200);
  static final QuietBoard BOARD = new QuietBoard();
  static final QuietBoard OTHER_BOARD = new QuietBoard();
  static final HttpClient HTTP = HttpClient.newHttpClient();

  static final String[] CLAIMS = {
    "X-Forwarded-For", "198.51.100.7",
    "X-Forwarded-Host", "evil.example",
    "X-Forwarded-Prefix", "/elsewhere",
    "X-Real-IP", "198.51.100.7",
    "Forwarded", "for=198.51.100.7"
  };

  static Instance web;
  static ServiceInstances instances;

  @BeforeAll
  static void start() {
    var gone = new Behind(200);
    var both = ONE.address() + "," + OTHER.address();
    var half = gone.address() + "," + OTHER.address();
    web =
        Instance.start(
            Servers.mongo("web_forwarding"),
            REALM,
            CLOCK,
            Map.of(
                "pris.web.services.intake",
                both,
                "pris.web.services.timeline",
                half,
                "pris.web.services.notification",
                half,
                "pris.web.services.triage",
                BOARD.address() + "," + OTHER_BOARD.address(),
                "pris.web.board-probe",
                "PT0.1S",
                "spring.http.clients.read-timeout",
                "2s"));
    instances = web.context().getBean(ServiceInstances.class);
    instances.stop();
    new Browser(REALM, "responder1").signedIn(web); // by now nobody is about to ask them
    gone.close();
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @BeforeEach
  void anew() {
    CLOCK.reset();
    REALM.role = Role.RESPONDER;
    ONE.seen().clear();
    OTHER.seen().clear();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, timeline, /api/cases/1/timeline, ''",
    "POST, notification, /api/webhooks, a whole body"
  })
  @DisplayName("goes to another instance where the first cannot be reached, whatever it asks")
  void unreached(String method, String service, String path, String body) throws Exception {
    assertThat(chosen(service)).as("both seem well").hasSize(2);

    for (var i = 0; i < 2; i++) { // one of them goes to the one that is gone
      assertThat(ask(method, path, body).statusCode()).isEqualTo(200);
    }

    assertThat(OTHER.seen()).hasSize(2).allMatch(it -> it.body().equals(body));
    assertThat(chosen(service)).containsExactly(URI.create(OTHER.address()));
  }

  @ParameterizedTest
  @CsvSource({Behind.SILENT + ", 504", Behind.CUT + ", 502"})
  @DisplayName("that may have been done is not sent twice, and its answer says that it may be")
  void onceOnly(String path, int expected) throws Exception {
    var answer = ask("POST", path, "{}");

    Browser.expect(answer, expected, type(expected));
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(seen()).hasSize(1);
  }

  @Test
  @DisplayName("that only looks is sent to another instance where the first breaks off")
  void brokenOff() throws Exception {
    Browser.expect(ask("GET", Behind.CUT, ""), 502, type(502));

    assertThat(ONE.seen()).isNotEmpty();
    assertThat(OTHER.seen()).isNotEmpty();
  }

  @Test
  @DisplayName("that only looks, and was waited for in vain, is not waited for once more")
  void silent() throws Exception {
    Browser.expect(ask("GET", Behind.SILENT, ""), 504, type(504));

    assertThat(seen()).hasSize(1);
  }

  @Test
  @DisplayName("carries the token of its session, and neither cookie nor what it claims of proxies")
  void withheld() {
    var browser = new Browser(REALM, "responder1").signedIn(web);
    var changing =
        Stream.concat(Stream.of(CLAIMS), Stream.of("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN")))
            .toArray(String[]::new);

    assertThat(browser.get(web, "/api/declarations", CLAIMS).statusCode()).isEqualTo(200);
    assertThat(browser.post(web, "/api/declarations", changing).statusCode()).isEqualTo(200);

    assertThat(seen())
        .hasSize(2)
        .allSatisfy(it -> {
          assertThat(it.headers().getFirst("Authorization")).startsWith("Bearer ey");
          isWithheld(it.headers().keySet());
        });
  }

  @Test
  @DisplayName("for the board's stream carries no more, and goes where its session's others went")
  void streams() throws Exception {
    var browser = new Browser(REALM, "responder1").signedIn(web);
    for (var role : List.of(Role.LEAD, Role.AUTHORITY, Role.REPORTER, Role.ADMIN)) {
      REALM.role = role;
      CLOCK.forward(Duration.ofMinutes(4)); // from now on it has another token
      watch(browser).close();
    }

    var asked = new ArrayList<>(BOARD.asked());
    asked.addAll(OTHER_BOARD.asked());
    assertThat(List.of(BOARD.asked().size(), OTHER_BOARD.asked().size()))
        .containsExactlyInAnyOrder(4, 0);
    assertThat(asked)
        .allSatisfy(it -> {
          assertThat(it).anyMatch(line -> line.startsWith("authorization: bearer ey"));
          isWithheld(it);
        });
    assertThat(asked).extracting(it -> token(it)).doesNotHaveDuplicates();
  }

  private static String token(List<String> head) {
    return head.stream().filter(it -> it.startsWith("authorization:")).findFirst().orElseThrow();
  }

  private static InputStream watch(Browser browser) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(web.address() + "/api/board/stream"))
            .header("Cookie", "pris=" + browser.cookie("pris"))
            .headers(CLAIMS)
            .build();
    var answer = HTTP.send(request, BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().read()).isEqualTo(':');
    return answer.body();
  }

  private static void isWithheld(Iterable<String> names) {
    assertThat(names)
        .extracting(it -> it.toLowerCase(Locale.ROOT))
        .noneMatch(it ->
            Stream.of("cookie", "x-xsrf-token", "x-forwarded-", "forwarded", "x-real-ip")
                .anyMatch(it::startsWith));
  }

  private static List<Behind.Seen> seen() {
    return Stream.of(ONE, OTHER).flatMap(it -> it.seen().stream()).toList();
  }

  /** Where the next requests go first. */
  private static Set<URI> chosen(String service) {
    return IntStream.range(0, 2)
        .mapToObj(it -> instances.choose(service, Set.of(), it).orElseThrow())
        .collect(Collectors.toSet());
  }

  private static String type(int status) {
    return "urn:pris:problem:" + (status == 502 ? "bad-gateway" : "gateway-timeout");
  }

  private static HttpResponse<String> ask(String method, String path, String body)
      throws IOException, InterruptedException {
    var token = Issuer.token("soc", List.of(), List.of(Role.ADMIN), UnaryOperator.identity());
    var request =
        HttpRequest.newBuilder(URI.create(web.address() + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }
}
