package org.pris.triage.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.triage.Examples;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@DisplayName("A stream of the board")
class BoardStreamTest {

  /** Keeps what would go out. */
  static final class Sent extends SseEmitter {

    final List<String> texts = new CopyOnWriteArrayList<>();
    volatile boolean ended;

    @Override
    public void send(SseEventBuilder event) {
      texts.add(
          event.build().stream()
              .map(it -> String.valueOf(it.getData()))
              .collect(Collectors.joining()));
    }

    @Override
    public void complete() {
      ended = true;
    }
  }

  final Sent sent = new Sent();

  @Test
  @DisplayName("shows that it is alive while nothing happens, and ends at its time")
  void heartbeat() {
    var until = Instant.now().plusMillis(400);
    stream(until, Duration.ofMillis(50)).run();

    assertThat(sent.texts).first().asString().contains(":open");
    assertThat(sent.texts).filteredOn(it -> it.contains("event:beat")).hasSizeGreaterThan(2);
    assertThat(Instant.now()).isAfterOrEqualTo(until);
    assertThat(sent.ended).isTrue();
  }

  @Test
  @DisplayName("sends what happens as it comes")
  void messages() {
    var stream = stream(Instant.now().plusSeconds(60), Duration.ofSeconds(15));
    Thread.ofVirtual().start(stream::run);
    var id = UUID.randomUUID();
    stream.offer(BoardMessage.removed(id));

    await().until(() -> sent.texts.stream().anyMatch(it -> it.contains("event:removed")));
    assertThat(sent.texts.getLast()).contains(id.toString());
    stream.close();
    await().until(() -> sent.ended);
    assertThat(sent.texts).noneMatch(it -> it.contains("event:end"));
  }

  @Test
  @DisplayName("says so where it makes room for another, and ends")
  void replaced() {
    var stream = stream(Instant.now().plusSeconds(60), Duration.ofSeconds(15));
    stream.replace();
    stream.run();

    assertThat(sent.texts).last().asString().contains("event:replaced");
    assertThat(sent.ended).isTrue();
  }

  @Test
  @DisplayName("lets a reader go who is too slow")
  void slow() {
    var stream = stream(Instant.now().plusSeconds(60), Duration.ofSeconds(15));
    for (var i = 0; i < 1_000; i++) {
      stream.offer(BoardMessage.removed(UUID.randomUUID()));
    }
    stream.run();

    assertThat(sent.texts).as("nothing of a story with holes").hasSize(1);
    assertThat(sent.ended).isTrue();
  }

  @Test
  @DisplayName("ends quietly where its reader left, and the container said so first")
  void left() {
    var gone =
        new SseEmitter() {
          @Override
          public void send(SseEventBuilder event) throws IOException {
            throw new IOException("Broken pipe");
          }

          @Override
          public void completeWithError(Throwable failure) {
            throw new IllegalStateException("After an error had occurred");
          }
        };
    var until = Instant.now().plusSeconds(60);
    var stream =
        new BoardStream(
            Examples.RESPONDER, "session", gone, until, Clock.systemUTC(), Duration.ofSeconds(15));

    assertThatCode(stream::run).doesNotThrowAnyException();
  }

  private BoardStream stream(Instant until, Duration heartbeat) {
    return new BoardStream(
        Examples.RESPONDER, "session", sent, until, Clock.systemUTC(), heartbeat);
  }
}
