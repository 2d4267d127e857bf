package org.pris.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A service behind the door that remembers what it was sent. */
final class Behind {

  /** What is asked for here takes more than any buffer on its way. */
  static final String LONG = "/api/declarations/long";

  /** Begins an answer of {@link #WHOLE} bytes and hangs up after as many as its name says. */
  static final String BROKEN = "/api/declarations/broken/";

  static final int WHOLE = 100_000;

  /** Takes what is asked for here, and never answers. */
  static final String SILENT = "/api/declarations/silent";

  /** Takes what is asked for here, and hangs up. */
  static final String CUT = "/api/declarations/cut";

  record Seen(Headers headers, String body) {}

  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /**
   * @param health what it answers when asked whether it is well
   */
  Behind(int health) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.createContext(LONG, Behind::answerAtLength);
    server.createContext(BROKEN, Behind::answerInPart);
    server.createContext(SILENT, this::take);
    server.createContext(
        CUT,
        exchange -> {
          take(exchange);
          exchange.close();
        });
    server.createContext(
        "/actuator",
        exchange -> {
          exchange.sendResponseHeaders(health, -1);
          exchange.close();
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    seen.add(new Seen(exchange.getRequestHeaders(), asked));
  }

  private void answer(HttpExchange exchange) throws IOException {
    take(exchange);
    var body =
        "{\"path\": \"%s\"}".formatted(exchange.getRequestURI()).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static void answerAtLength(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (var out = exchange.getResponseBody()) {
      for (var i = 0; i < 1_000; i++) {
        out.write(new byte[64 * 1024]);
      }
    }
  }

  private static void answerInPart(HttpExchange exchange) throws IOException {
    var part = exchange.getRequestURI().getPath().substring(BROKEN.length());
    exchange.sendResponseHeaders(200, WHOLE);
    exchange.getResponseBody().write(new byte[Integer.parseInt(part)]);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  List<Seen> seen() {
    return seen;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Nobody listens there any more. */
  void close() {
    server.stop(0);
  }

  /** Where nobody listens. */
  static String nobody() {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
