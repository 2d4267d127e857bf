package org.pris.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;

/**
 * When the last backup was made, for Prometheus. It is read from the folder, so a restart forgets
 * nothing.
 */
final class Numbers {

  private Numbers() {}

  static HttpServer serve(Archive archive, int port) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(port), 0);
    server.createContext(
        "/metrics",
        exchange -> {
          var body = text(archive).getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
          exchange.sendResponseHeaders(200, body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
    return server;
  }

  /** 0, long ago, where there is none. */
  private static String text(Archive archive) {
    var backups = archive.all();
    var last = backups.isEmpty() ? Instant.EPOCH : Archive.made(backups.getLast());
    return """
    # HELP pris_backup_last_success_seconds When the last backup was made.
    # TYPE pris_backup_last_success_seconds gauge
    pris_backup_last_success_seconds %d
    # HELP pris_backup_count How many backups are kept.
    # TYPE pris_backup_count gauge
    pris_backup_count %d
    """
        .formatted(last.getEpochSecond(), backups.size());
  }
}
