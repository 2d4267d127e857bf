package org.pris.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Last of all, so that the logs hold what every other test did. */
@Order(Integer.MAX_VALUE)
@DisplayName("What the processes log")
class LogsE2eTest {

  /** A token, or the secret of an endpoint. */
  private static final Pattern SECRET =
      Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}|whsec_[A-Za-z0-9+/=]{8,}");

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

    var forbidden = new ArrayList<>(Secrets.of(EndToEnd.stack().home()).byName().values());
    forbidden.add(Canary.WORD);
    forbidden.add(Canary.PHONE);
    forbidden.add(theCase.seen().path("description").asString());
    assertThat(leaks(forbidden)).isEmpty();
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
          if (SECRET.matcher(line).find() || forbidden.stream().anyMatch(line::contains)) {
            leaks.add(file.getFileName() + ":" + number);
          }
        }
      }
    }
    assertThat(read)
        .contains("keycloak.log", "kafka.log", "mongodb.log")
        .containsAll(Services.NAMES.stream().map(it -> it + ".log").toList());
    return leaks;
  }
}
