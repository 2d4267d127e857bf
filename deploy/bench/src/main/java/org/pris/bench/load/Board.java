package org.pris.bench.load;

import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who looks at the live board: when each card first came. */
final class Board implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<String, Long> cards = new ConcurrentHashMap<>();
  private final Stream<String> lines;
  private String event = "";

  private Board(Stream<String> lines) {
    this.lines = lines;
  }

  static Board seenBy(Api api, String username) {
    var request = api.request(username, "/api/board/stream").timeout(Duration.ofMinutes(10));
    var answer = Http.send(request.GET().build(), BodyHandlers.ofLines());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("The board answered " + answer.statusCode());
    }
    var board = new Board(answer.body());
    Thread.ofVirtual().name("board").start(board::read);
    return board;
  }

  private void read() {
    try {
      lines.forEach(this::take);
    } catch (RuntimeException closed) {
      // by us, at the end
    }
  }

  private void take(String line) {
    var now = System.nanoTime();
    if (line.startsWith("event:")) {
      event = line.substring(6).strip();
    } else if (line.startsWith("data:") && event.equals("card")) {
      cards.putIfAbsent(JSON.readTree(line.substring(5)).path("id").asString(), now);
    }
  }

  /** {@link System#nanoTime} of the card's first arrival. */
  @Nullable Long cameAt(String id) {
    return cards.get(id);
  }

  /** Returns when all have come, or nobody would wait for them any longer. */
  void await(Collection<String> ids, Duration atMost) throws InterruptedException {
    var until = System.nanoTime() + atMost.toNanos();
    while (!cards.keySet().containsAll(ids) && System.nanoTime() < until) {
      Thread.sleep(Duration.ofMillis(100));
    }
  }

  @Override
  public void close() {
    lines.close();
  }
}
