package org.pris.local.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;

/** Bytes to web as they are given: no client library corrects them. */
public final class Wire {

  private static final int PATIENCE_MS = 10_000;

  private Wire() {}

  /** The whole answer of one request, head and body. */
  public static String send(String request) {
    return send(request.getBytes(UTF_8));
  }

  public static String send(byte[] request) {
    var web = URI.create(EndToEnd.stack().urls().web());
    try (var socket = new Socket(web.getHost(), web.getPort())) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write(request);
      var answer = new ByteArrayOutputStream();
      try {
        socket.getInputStream().transferTo(answer);
      } catch (SocketTimeoutException _) {
        answer.write("\n(no end)".getBytes(UTF_8));
      }
      return answer.toString(ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A request line and headers, each without its end of line; the connection ends with it. */
  public static String ask(String line, String... headers) {
    return send(request(line, headers));
  }

  /** The same, unsent: a body may follow. */
  public static String request(String line, String... headers) {
    var host = URI.create(EndToEnd.stack().urls().web());
    var named = java.util.stream.Stream.of(headers).anyMatch(it -> it.startsWith("Host:"));
    return line
        + " HTTP/1.1\r\n"
        + (named ? "" : "Host: " + host.getAuthority() + "\r\n")
        + String.join("\r\n", headers)
        + (headers.length == 0 ? "" : "\r\n")
        + "Connection: close\r\n\r\n";
  }

  public static int status(String answer) {
    return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
  }

  public static String head(String answer) {
    var end = answer.indexOf("\r\n\r\n");
    return end < 0 ? answer : answer.substring(0, end);
  }
}
