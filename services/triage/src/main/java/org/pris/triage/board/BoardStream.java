package org.pris.triage.board;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.pris.contracts.Person;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One reader of the live board. A reader that is too slow is let go: it comes back and loads the
 * page anew.
 */
final class BoardStream {

  private static final int WAITING = 500;

  private final Person reader;
  private final String session;
  private final SseEmitter emitter;
  private final Instant until;
  private final Clock clock;
  private final Duration heartbeat;
  private final BlockingQueue<BoardMessage> waiting = new LinkedBlockingQueue<>(WAITING);
  private volatile boolean open = true;
  private volatile boolean replaced;

  BoardStream(
      Person reader,
      String session,
      SseEmitter emitter,
      Instant until,
      Clock clock,
      Duration heartbeat) {
    this.reader = reader;
    this.session = session;
    this.emitter = emitter;
    this.until = until;
    this.clock = clock;
    this.heartbeat = heartbeat;
  }

  Person reader() {
    return reader;
  }

  boolean isOf(String other) {
    return session.equals(other);
  }

  boolean isReplaced() {
    return replaced;
  }

  void offer(BoardMessage message) {
    if (!waiting.offer(message)) {
      close();
    }
  }

  /** Makes room: its reader, should it still be there, comes back when it is looked at. */
  void replace() {
    replaced = true;
    offer(BoardMessage.REPLACED);
  }

  void close() {
    open = false;
    waiting.offer(BoardMessage.END);
  }

  /** Sends what comes until it ends; runs on a thread of its own. */
  void run() {
    try {
      emitter.send(SseEmitter.event().comment("open"));
      while (open && clock.instant().isBefore(until)) {
        var message = waiting.poll(wait(clock.instant()).toMillis(), TimeUnit.MILLISECONDS);
        if (open) {
          send(message == null ? BoardMessage.BEAT : message);
        }
      }
      emitter.complete();
    } catch (IOException | IllegalStateException gone) {
      left(gone);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      emitter.complete();
    }
  }

  /**
   * The browser is gone. Where the container noticed it before, it has ended the answer by itself.
   */
  private void left(Exception gone) {
    try {
      emitter.completeWithError(gone);
    } catch (IllegalStateException _) {
      close();
    }
  }

  private void send(BoardMessage message) throws IOException {
    emitter.send(
        SseEmitter.event().name(message.name()).data(message.data(), MediaType.APPLICATION_JSON));
    if (message.equals(BoardMessage.REPLACED)) {
      open = false;
    }
  }

  private Duration wait(Instant now) {
    var left = Duration.between(now, until);
    return left.compareTo(heartbeat) < 0 ? left : heartbeat;
  }
}
