package org.pris.local.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pris.local.client.Account;
import org.pris.local.client.Browser;
import org.pris.local.client.Canary;
import org.pris.local.client.Declared;
import org.pris.local.client.EndToEnd;
import org.pris.local.client.Expectation;
import org.pris.local.client.TheCase;
import org.pris.local.process.Instance;
import org.pris.local.process.Secrets;

/** Last of all, so that the logs hold what every other test did. */
@Order(Integer.MAX_VALUE)
@DisplayName("What the processes log")
class LogsE2eTest {

  /** A token, or the secret of an endpoint. */
  private static final Pattern SECRET =
      Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}|whsec_[A-Za-z0-9+/=]{8,}");

  private static final String NAME = "(?:[a-z]\\w*\\.)+[A-Z][\\w$]*";

  private static final Pattern TYPE = Pattern.compile(NAME);

  /** At the head of a trace any type; within a line those that are called failures. */
  private static final Pattern FAILURE =
      Pattern.compile(
          "(?:^\\s*(?:Caused by: |Suppressed: )?(?<head>%1$s)|\\b(?<within>%1$s(?<=Exception|Error|Throwable))): (?<message>.+)$"
              .formatted(NAME));

  @Test
  @DisplayName("holds no text that people wrote, no token, no secret and no password")
  void logs() throws IOException {
    var theCase = TheCase.declared("declarant1", Declared.NORD_BEAUJOUR);
    Account.of("declarant1")
        .post("/api/declarations", "{\"description\": 5, \"x\": \"%s\"}".formatted(Canary.WORD))
        .expect(400);
    Account.of("responder1")
        .post(
            "/api/cases/" + theCase.id() + "/timeline",
            "{\"kind\": \"%s\", \"text\": \"x\"}".formatted(Canary.WORD))
        .expect(400);
    Account.bearing(Account.of("lead1").token() + "x").get("/api/cases").expect(401);
    theCase.entry("case.opened.v1");

    typed(theCase);
    Browser.signedIn("declarant1").get("/api/me").expect(200);

    var forbidden = new ArrayList<>(Canary.cookies());
    for (var secret : Secrets.of(EndToEnd.stack().home()).byName().values()) {
      forbidden.add(secret);
      forbidden.add(secret.substring(secret.indexOf(':') + 1)); // a key without its id
    }
    forbidden.addAll(
        List.of(
            Canary.WORD, Canary.PHONE, Canary.PHONE.substring(3), Canary.REGISTER, "pris-demo"));
    forbidden.add(theCase.seen().path("description").asString());
    forbidden.addAll(List.of("Vasseur", "h%C3%A9l%C3%A8ne", "@hopital"));
    assertThat(leaks(forbidden)).isEmpty();
  }

  /** Into every place that takes text, right and wrong, by whoever may. */
  private static void typed(TheCase theCase) {
    var text = Canary.text("ailleurs " + Canary.REGISTER);
    var responder = Account.of("responder1");
    for (var operation : Expectation.all().entrySet()) {
      if (operation.getValue().body().isEmpty()) {
        continue;
      }
      var path = operation.getKey().substring(operation.getKey().indexOf(' ') + 1);
      var method = operation.getKey().substring(0, operation.getKey().indexOf(' '));
      path = path.replace("{id}", theCase.id()).replace("{seq}", "1");
      responder.call(
          method, path, operation.getValue().body().replace("\"x\"", "\"" + text + "\""));
      responder.call(method, path, "{\"" + text + "\": \"" + text + "\"}");
      responder.call(method, path, "\"" + text);
    }
    for (var query : List.of("q", "status", "after", "limit", "establishment", text)) {
      var words =
          java.net.URLEncoder.encode(query, UTF_8) + "=" + java.net.URLEncoder.encode(text, UTF_8);
      responder.get("/api/cases?" + words);
      responder.get("/api/establishments?" + words);
      responder.get("/api/declarations?" + words);
      responder.get("/api/cases/" + theCase.id() + "/timeline?" + words);
    }
    responder.get("/api/cases/" + java.net.URLEncoder.encode(text, UTF_8));
    responder.get("/" + java.net.URLEncoder.encode(text, UTF_8));
    responder.post(
        "/api/cases/" + theCase.id() + "/timeline",
        "{\"kind\": \"FACT\", \"text\": \"" + text + "\"}",
        text);
  }

  /** What nobody foresaw, an answer of 500: it is logged with these words, in whichever service. */
  @Test
  @DisplayName("holds nothing that was not foreseen")
  void unforeseen() throws IOException {
    for (var service : Instance.NAMES) {
      assertThat(Files.readString(EndToEnd.logs().resolve(service + ".log")))
          .doesNotContain("Unexpected ", "Servlet.service() for servlet");
    }
  }

  /**
   * Of a failure the services say its type and where it was: what its message quotes nobody knows.
   * Kafka's client logs its own, about itself.
   */
  @Test
  @DisplayName("holds no message of a library's exception")
  void messages() throws IOException {
    List<String> told = new ArrayList<>();
    for (var service : Instance.NAMES) {
      var lines = Files.readAllLines(EndToEnd.logs().resolve(service + ".log"));
      assertThat(lines).as(service).isNotEmpty();
      lines.stream().filter(LogsE2eTest::quotes).map(it -> service + ": " + it).forEach(told::add);
    }
    assertThat(told).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true  | java.lang.IllegalStateException: Mme Martin
          true  | Caused by: com.mongodb.MongoWriteException: E11000 duplicate key
          true  | 2026-01-01T00:00:00Z WARN 1 --- [triage] [main] [] o.p.T : x.y.ZException: Mme Martin
          true  | org.pris.platform.store.SecretSealer$Unreadable: Mme Martin
          true  | org.pris.platform.StackTraceRedactor$1: Mme Martin
          false | org.pris.platform.StackTraceRedactor$1: java.lang.IllegalStateException
          false | Caused by: org.pris.platform.StackTraceRedactor$1: org.pris.platform.store.SecretSealer$Unreadable
          false | 2026-01-01T00:00:00Z ERROR 1 --- [triage] [main] [] o.p.P : Unexpected x.y.ZException
          false | org.apache.kafka.common.errors.DisconnectException: Cancelled
          false | 2026-01-01T00:00:00Z INFO 1 --- [triage] [main] [] o.s.b.Tomcat : started
          """)
  @DisplayName("is told apart: quoted or not,")
  void toldApart(boolean quoted, String line) {
    assertThat(quotes(line)).isEqualTo(quoted);
  }

  private static boolean quotes(String line) {
    var failure = FAILURE.matcher(line);
    if (!failure.find()) {
      return false;
    }
    var type = Objects.requireNonNullElse(failure.group("head"), failure.group("within"));
    return !type.startsWith("org.apache.kafka.")
        && !(type.equals("org.pris.platform.StackTraceRedactor$1")
            && TYPE.matcher(failure.group("message")).matches());
  }

  private static List<String> leaks(List<String> forbidden) throws IOException {
    List<String> leaks = new ArrayList<>();
    List<String> read = new ArrayList<>();
    try (Stream<java.nio.file.Path> files = Files.list(EndToEnd.logs())) {
      for (var file : files.toList()) {
        read.add(String.valueOf(file.getFileName()));
        var number = 0;
        for (var line : new String(Files.readAllBytes(file), UTF_8).split("\n", -1)) {
          number++;
          var leaked = forbidden.stream().filter(line::contains).findFirst();
          if (SECRET.matcher(line).find() || leaked.isPresent()) {
            leaks.add(file.getFileName() + ":" + number + " " + leaked.orElse("a token"));
          }
        }
      }
    }
    assertThat(read)
        .contains("keycloak.log", "kafka.log", "mongodb.log", "receiver.log", "runner.log")
        .containsAll(Instance.NAMES.stream().map(it -> it + ".log").toList());
    return leaks;
  }
}
