package org.pris.local.client;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The live board as one reader gets it, from now until it is closed. */
public final class Board implements AutoCloseable {

  private final List<String> lines = new CopyOnWriteArrayList<>();

  private final Stream<String> stream;

  private Board(Stream<String> stream) {
    this.stream = stream;
  }

  public static Board of(Account reader) throws IOException, InterruptedException {
    var response = reader.stream("/api/board/stream");
    if (response.statusCode() != 200) {
      throw new IllegalStateException("The board answered " + response.statusCode());
    }
    var board = new Board(response.body());
    Thread.ofVirtual().start(board::read);
    return board;
  }

  private void read() {
    try {
      stream.forEach(lines::add);
    } catch (RuntimeException closed) {
      lines.add(": closed");
    }
  }

  public String everything() {
    return String.join("\n", lines);
  }

  public Board awaits(String text) {
    await().atMost(Duration.ofSeconds(60)).until(() -> everything().contains(text));
    return this;
  }

  @Override
  public void close() {
    stream.close();
  }
}
