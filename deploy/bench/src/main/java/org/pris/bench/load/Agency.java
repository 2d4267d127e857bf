package org.pris.bench.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.pris.bench.load.measure.Samples;
import tools.jackson.databind.json.JsonMapper;

/** A health agency's endpoint: takes everything at once, and remembers when it first came. */
final class Agency implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Api api;
  private final HttpServer server;
  private final Samples samples;
  private final List<String> webhooks = new ArrayList<>();
  private final List<ServerSocket> silent = new ArrayList<>();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> opened = new ConcurrentHashMap<>();

  /** Open for {@code samples}: from the event's own time to its first attempt here. */
  Agency(Api api, Samples samples) {
    this.api = api;
    this.samples = samples;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/hook", this::take);
    server.start();
    subscribe(server.getAddress().getPort());
  }

  private void subscribe(int port) {
    var body =
        "{\"url\": \"http://localhost:%d/hook\", \"description\": \"Agence\", \"events\": [\"*\"]}"
            .formatted(port);
    webhooks.add(api.post("admin1", "/api/webhooks", body, 201).path("id").asString());
  }

  /** One more endpoint, that takes connections and never answers. */
  void addSilentOne() {
    try {
      var socket = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
      silent.add(socket);
      subscribe(socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    var nanos = System.nanoTime();
    var millis = System.currentTimeMillis();
    try (exchange) {
      var told = JSON.readTree(exchange.getRequestBody().readAllBytes());
      exchange.sendResponseHeaders(204, -1);
      if (seen.add(told.path("id").asString())) {
        var happened = Instant.parse(told.path("timestamp").asString()).toEpochMilli();
        samples.addMillis(millis - happened);
        if (told.path("type").asString().startsWith("case.opened")) {
          opened.putIfAbsent(told.path("data").path("caseId").asString(), nanos);
        }
      }
    }
  }

  /** Cases it was told of, and when ({@link System#nanoTime}). */
  Map<String, Long> opened() {
    return opened;
  }

  @Override
  public void close() {
    webhooks.forEach(it -> api.delete("admin1", "/api/webhooks/" + it));
    server.stop(0);
    for (var socket : silent) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
