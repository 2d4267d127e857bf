package org.pris.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.contracts.Role;
import org.pris.platform.testing.Issuer;

@DisplayName("A body that is too large")
class TooLargeFlowTest extends TwoInstances {

  private static final int STEP = 64 * 1024;

  /** As a proxy does that reads the answer when all is sent: a connection cut before fails it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 15})
  @DisplayName("is taken to its end, so that whoever sent it reads why it is refused")
  void refused(int megabytes) throws IOException {
    var length = megabytes * 1024 * 1024;
    try (var client =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(one.address()).getPort())) {
      var out = client.getOutputStream();
      out.write(head(length).getBytes(StandardCharsets.US_ASCII));
      for (var sent = 0; sent < length; sent += STEP) {
        out.write(new byte[STEP]);
      }

      var answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 413 ").contains("urn:pris:problem:content-too-large");
    }
  }

  private static String head(int length) {
    var token =
        Issuer.token("responder1", List.of(), List.of(Role.RESPONDER), UnaryOperator.identity());
    return """
    POST /api/declarations HTTP/1.1\r
    Host: localhost\r
    Authorization: Bearer %s\r
    Content-Type: application/json\r
    Content-Length: %d\r
    \r
    """
        .formatted(token, length);
  }
}
