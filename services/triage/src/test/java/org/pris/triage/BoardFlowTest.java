package org.pris.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Event;
import org.pris.contracts.Role;
import org.pris.contracts.TaskEvent.TasksLaidOut;
import org.pris.contracts.Topics;
import org.pris.platform.kafka.TopicTail;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Issuer;
import org.pris.platform.testing.Published;
import org.pris.triage.board.Board;
import org.springframework.beans.factory.annotation.Autowired;

@FlowTest
@DisplayName("The live board")
class BoardFlowTest {

  @Autowired Callers callers;

  @Autowired Published published;

  @Autowired Cases cases;

  @Autowired Board board;

  @Autowired List<TopicTail<?>> topics;

  /** A browser's event source. */
  static final class Watching implements AutoCloseable {

    final List<String> lines = new CopyOnWriteArrayList<>();
    volatile boolean ended;
    final HttpClient http = HttpClient.newHttpClient();
    final HttpResponse<Stream<String>> response;

    Watching(String address, String token) throws IOException, InterruptedException {
      var request =
          HttpRequest.newBuilder(URI.create(address + "/api/board/stream"))
              .header("Authorization", "Bearer " + token)
              .build();
      response = http.send(request, HttpResponse.BodyHandlers.ofLines());
      Thread.ofVirtual().start(this::read);
    }

    private void read() {
      try {
        response.body().forEach(lines::add);
      } catch (UncheckedIOException closed) {
        lines.add(": closed");
      }
      ended = true;
    }

    List<String> of(UUID id) {
      return lines.stream().filter(it -> it.contains(id.toString())).toList();
    }

    @Override
    public void close() {
      http.shutdownNow();
    }
  }

  private Watching watch(String username, Role... roles) throws Exception {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> topics.stream().allMatch(TopicTail::isReading));
    return new Watching(
        callers.address(),
        Issuer.token(username, Set.of(), List.of(roles), UnaryOperator.identity()));
  }

  @Test
  @DisplayName("shows a new card to who may see it, as far as they may, and takes it away again")
  void cards() throws Exception {
    try (var responder = watch("responder1", Role.RESPONDER);
        var authority = watch("ars1", Role.AUTHORITY)) {
      var id = new Declared(published).ransomware("990000010");

      awaitLine(responder, id, "\"presumedSeverity\":\"MAJOR\"", "\"view\":\"RESPONDER\"");
      awaitLine(authority, id, "\"view\":\"AUTHORITY\"");
      assertThat(authority.of(id)).noneMatch(it -> it.contains("GDPR") || it.contains("people"));

      tasks(id);
      awaitLine(responder, id, "\"tasksRevision\":7");
      restrict(id);
      awaitLine(responder, id, "data:{\"id\":\"" + id + "\"}");
      assertThat(responder.lines).contains("event:card", "event:tasks", "event:removed");
      assertThat(authority.of(id)).noneMatch(it -> it.contains("tasksRevision"));

      tasks(id);
      var later = new Declared(published).ransomware("990000010");
      awaitLine(responder, later, "\"view\":\"RESPONDER\"");
      assertThat(responder.of(id).getLast())
          .as("nothing after it was taken away")
          .endsWith(id + "\"}");
    }
  }

  @Test
  @DisplayName("ends with its reader's token")
  void token() throws Exception {
    watch("responder1", Role.RESPONDER).close();
    var ends = Date.from(Instant.now().plusSeconds(2));
    var token =
        Issuer.token("r8", Set.of(), List.of(Role.RESPONDER), it -> it.expirationTime(ends));
    try (var watching = new Watching(callers.address(), token)) {
      assertThat(watching.response.statusCode()).isEqualTo(200);
      await().atMost(Duration.ofSeconds(20)).until(() -> watching.ended);
    }
  }

  @Test
  @DisplayName("makes room for a fifth page of one person by the oldest, and says so to it")
  void limits() throws Exception {
    try (var one = watch("r9", Role.RESPONDER);
        var two = watch("r9", Role.RESPONDER);
        var three = watch("r9", Role.RESPONDER);
        var four = watch("r9", Role.RESPONDER);
        var five = watch("r9", Role.RESPONDER);
        var declarant = watch("d9", Role.DECLARANT)) {
      assertThat(List.of(one, two, three, four, five))
          .allMatch(it -> it.response.statusCode() == 200);
      await().until(() -> one.ended);
      assertThat(one.lines).contains("event:replaced");
      assertThat(List.of(two, three, four, five)).noneMatch(it -> it.ended);
      assertThat(declarant.response.statusCode()).isEqualTo(403);
    }
    new Declared(published).ransomware("990000010"); // what is sent finds that nobody reads
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> {
          new Declared(published).ransomware("990000010");
          assertThat(board.size()).isZero();
        });
  }

  private void restrict(UUID id) {
    new Steps(callers.as("lead1", Role.LEAD), id)
        .post(
            "access",
            "{'version': 1, 'restricted': true, 'people': ['lead1'], 'establishmentSide': 'ALL',"
                + " 'establishmentPeople': [], 'reason': 'An insider'}")
        .expectStatus()
        .isOk();
    published.await(Topics.CASES, id, "case.access-changed.v1");
  }

  private void tasks(UUID id) {
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    var progress = new org.pris.contracts.Progress(7, List.of(0), List.of(), 0, 0);
    var old = Examples.received(id).state();
    published.send(
        Topics.TASKS,
        new Event<>(
            UUID.randomUUID(),
            now,
            id,
            7,
            null,
            false,
            new TasksLaidOut(old, progress, 0, "gestures", List.of())));
  }

  private static void awaitLine(Watching watching, UUID id, String... parts) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            watching.of(id).stream().anyMatch(line -> Stream.of(parts).allMatch(line::contains)));
  }
}
