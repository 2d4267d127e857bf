package org.pris.web.board;

import java.io.IOException;
import java.io.OutputStream;

/** The browser's side of a stream of events. */
final class BoardReader {

  /** A comment: the browser drops it. */
  private static final byte[] PROBE = {':', '\n', '\n'};

  private final OutputStream out;
  private byte beforeLast;
  private byte last;

  BoardReader(OutputStream out) {
    this.out = out;
  }

  void tell(byte[] chunk) throws IOException {
    for (var told : chunk) {
      beforeLast = last;
      last = told;
    }
    out.write(chunk);
    out.flush();
  }

  /**
   * Fails where the reader has left, if not this time then the next: the first write to a closed
   * connection only makes the other side say so.
   */
  void probe() throws IOException {
    if (last == '\n' && beforeLast == '\n') { // between two events, not in the middle of one
      out.write(PROBE);
      out.flush();
    }
  }
}
