package org.pris.web.board;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer that comes bit by bit, read on a thread of its own so that its reader can do something
 * else while nothing comes. Where that reader is slow nothing more is taken in: the sender feels
 * it.
 */
final class EventStreamChunks implements AutoCloseable {

  private static final byte[] END = {};

  private static final int SIZE = 8_192;
  private static final int WAITING = 4;

  private final InputStream from;
  private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Thread reading;

  EventStreamChunks(InputStream from) {
    this.from = from;
    this.reading = Thread.ofVirtual().name("chunks").start(this::read);
  }

  /** What came; nothing at all, where no more will come; null where none came in that time. */
  byte @Nullable [] next(Duration atMost) throws InterruptedException {
    return waiting.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void read() {
    try {
      var buffer = new byte[SIZE];
      for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        if (read > 0) {
          waiting.put(Arrays.copyOf(buffer, read));
        }
      }
    } catch (IOException brokenOff) {
      // the same as an end: whoever reads comes back
    } catch (InterruptedException closed) {
      return;
    }
    end();
  }

  private void end() {
    try {
      waiting.put(END);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    reading.interrupt();
    from.close();
  }
}
