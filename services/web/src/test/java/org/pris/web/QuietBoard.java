package org.pris.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A service whose board says one word and then nothing, so that nothing it writes could find out
 * who has left; it counts the connections that somebody still holds.
 */
final class QuietBoard {

  private static final String BEGINNING =
      """
      HTTP/1.1 200 OK\r
      Content-Type: text/event-stream\r
      Transfer-Encoding: chunked\r
      \r
      7\r
      :open

      \r
      """;

  private static final String WELL =
      "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

  private final Set<Socket> held = ConcurrentHashMap.newKeySet();
  private final List<List<String>> asked = new CopyOnWriteArrayList<>();
  private final ServerSocket server;

  QuietBoard() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  String address() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** How many streams somebody still holds. */
  int held() {
    return held.size();
  }

  /** The head of each request for a stream, line by line in small letters. */
  List<List<String>> asked() {
    return asked;
  }

  /** As a service does that is stopped. */
  void end() {
    for (var one : held) {
      close(one);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    try {
      while (true) {
        var socket = server.accept();
        Thread.ofVirtual().start(() -> hold(socket));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void hold(Socket socket) {
    try (socket) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      var head = new ArrayList<String>();
      for (var line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
        head.add(line.toLowerCase(Locale.ROOT));
      }
      if (head.getFirst().startsWith("get /actuator")) {
        socket.getOutputStream().write(WELL.getBytes(StandardCharsets.US_ASCII));
        return;
      }
      asked.add(head);
      held.add(socket);
      socket.getOutputStream().write(BEGINNING.getBytes(StandardCharsets.US_ASCII));
      var left = in.read();
      if (left >= 0) {
        throw new IllegalStateException("Nothing more is asked on a stream");
      }
    } catch (IOException brokenOff) {
      // left as well
    } finally {
      held.remove(socket);
    }
  }
}
