package org.pris.local.receiver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.pris.local.process.Folders;
import org.pris.local.process.Program;
import org.pris.local.process.Urls;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A regional health agency's endpoint for the demo and the tests: takes deliveries at {@code
 * /hook}, checks their signatures, shows them.
 *
 * <ul>
 *   <li>{@code POST /hook/NAME} another endpoint, with a secret of its own, put to {@code
 *       /secret/NAME}; the one named {@code failing} fails at times, see {@link FailureSchedule}
 *   <li>{@code GET /} a page, {@code GET /received} the same as JSON, newest last
 *   <li>{@code PUT /secret} {@code {"secret": "whsec_…"}}: what signatures are checked with
 *   <li>{@code PUT /answers} {@code {"status": 503, "times": 3}}: the next three deliveries are
 *       answered so
 * </ul>
 */
public final class Receiver {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final Pattern NAMED = Pattern.compile("(/hook|/secret)/([a-z]+)");

  private final ReceivedLog received;

  private final FailureSchedule absence = new FailureSchedule();

  private int failWith;

  private int failTimes;

  private Receiver(ReceivedLog received) {
    this.received = received;
  }

  public static Program program(Folders home, Urls urls) {
    var port = urls.ports().of("receiver");
    var command = Program.ours("48m", Receiver.class, port, home.data("receiver"));
    return new Program(
        "receiver", command, java.util.Map.of(), Program.answers("http://127.0.0.1:" + port + "/"));
  }

  /** {@code Receiver port folder}. */
  public static void main(String... arguments) throws IOException {
    var receiver = new Receiver(new ReceivedLog(Path.of(arguments[1])));
    var address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
    var server = HttpServer.create(address, 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", receiver::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!isForUs(exchange)) {
        send(exchange, 421, "text/plain", "This endpoint is for this machine only");
        return;
      }
      var body = exchange.getRequestBody().readNBytes(2 << 20);
      var named = NAMED.matcher(exchange.getRequestURI().getPath());
      var path = named.matches() ? named.group(1) : exchange.getRequestURI().getPath();
      var name = named.matches() ? named.group(2) : "";
      switch (exchange.getRequestMethod() + " " + path) {
        case "POST /hook" -> take(exchange, name, body);
        case "PUT /secret" -> {
          received.keepSecret(name, json(body).path("secret").asString(""));
          send(exchange, 204, "text/plain", "");
        }
        case "PUT /answers" -> {
          fail(json(body));
          send(exchange, 204, "text/plain", "");
        }
        case "GET /received" -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
          exchange.sendResponseHeaders(200, 0);
          received.writeAll(exchange.getResponseBody());
        }
        case "GET /" -> send(exchange, 200, "text/html", ReceiverPage.of(received));
        default -> send(exchange, 404, "text/plain", "Nothing here");
      }
    }
  }

  /** A page elsewhere that has this name resolve to loopback gets nothing. */
  private static boolean isForUs(HttpExchange exchange) {
    var host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
    return host.matches("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
  }

  private void take(HttpExchange exchange, String endpoint, byte[] body) throws IOException {
    var id = header(exchange, "webhook-id");
    var signature =
        new Signature(
            id, header(exchange, "webhook-timestamp"), header(exchange, "webhook-signature"));
    var now = Instant.now();
    var signed = signature.isRight(body, received.secret(endpoint), now);
    var status =
        !signed ? 401 : endpoint.equals(FailureSchedule.OF) ? absence.answer(now) : answer();
    received.add(new Receipt(now, endpoint, id, status, signed, json(body)));
    if (status == FailureSchedule.NO_ANSWER) {
      absence.await();
    } else {
      send(exchange, status, "text/plain", "");
    }
  }

  private synchronized int answer() {
    if (failTimes == 0) {
      return 204;
    }
    failTimes--;
    return failWith;
  }

  private synchronized void fail(JsonNode how) {
    failWith = how.path("status").asInt(503);
    failTimes = how.path("times").asInt(1);
  }

  private static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      return JSON.nullNode();
    }
  }

  private static String header(HttpExchange exchange, String name) {
    var value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type + "; charset=utf-8");
    headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    headers.set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
