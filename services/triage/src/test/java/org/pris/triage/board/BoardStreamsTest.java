package org.pris.triage.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.triage.Examples;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Without a server, so that nobody notices that a stream has ended: each stays on its way out. */
@DisplayName("The board's streams")
class BoardStreamsTest {

  static final String SESSION = "session";

  volatile Instant now = Examples.NOW;

  final InstantSource source = () -> now;
  final Board board = new Board(source.withZone(ZoneOffset.UTC), Duration.ofMillis(20));

  @Test
  @DisplayName("end after five minutes, though their reader's token lasts for longer")
  void longest() {
    var machine = open("soc", null);
    var person = open(SESSION, now.plus(Duration.ofMinutes(15)));

    now = now.plus(Duration.ofMinutes(5)).minusMillis(1);
    await().during(Duration.ofMillis(200)).until(() -> !isOver(machine) && !isOver(person));
    now = now.plusMillis(1);

    await().until(() -> isOver(machine) && isOver(person));
  }

  @Test
  @DisplayName("end sooner with their reader's token")
  void token() {
    var stream = open(SESSION, now.plus(Duration.ofMinutes(2)));
    var stays = open("another", now.plus(Duration.ofMinutes(3)));

    now = now.plus(Duration.ofMinutes(2));

    await().until(() -> isOver(stream));
    assertThat(isOver(stays)).isFalse();
  }

  @Test
  @DisplayName("are refused to a session of which eight are there, and to no other")
  void leaving() {
    for (var i = 0; i < 8; i++) {
      open(SESSION, null);
    }

    assertThatThrownBy(() -> open(SESSION, null))
        .isInstanceOfSatisfying(
            ResponseStatusException.class,
            it -> assertThat(it.getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS));
    assertThat(board.size()).isEqualTo(8);
    open("another", null);
  }

  private SseEmitter open(String session, @Nullable Instant tokenEnds) {
    return board.open(Examples.RESPONDER, session, tokenEnds);
  }

  /** Nothing can be sent on it any more. */
  private static boolean isOver(SseEmitter stream) {
    try {
      stream.send(SseEmitter.event().comment("still there?"));
      return false;
    } catch (IllegalStateException over) {
      return true;
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
