package org.pris.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Role;
import org.pris.platform.testing.Issuer;
import org.springframework.boot.test.web.server.LocalServerPort;

@DisplayName("What a service answers")
class CompressionFlowTest extends OneDoor {

  @LocalServerPort private int port;

  @Test
  @DisplayName("is compressed for who takes it so, and whole for who does not")
  void compressed() throws Exception {
    var plain = asked("identity", 3_000);
    var packed = asked("gzip, deflate, br", 3_000);

    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(packed.headers().allValues("Vary")).contains("accept-encoding");
    assertThat(packed.body()).hasSizeLessThan(300);
    var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()));
    assertThat(unpacked.readAllBytes()).isEqualTo(plain.body()).hasSizeGreaterThan(3_000);
  }

  @Test
  @DisplayName("stays as it is where that would save nothing")
  void small() throws Exception {
    assertThat(asked("gzip", 10).headers().firstValue("Content-Encoding")).isEmpty();
  }

  /** The service behind answers with the path that it was asked for. */
  private HttpResponse<byte[]> asked(String accepted, int length)
      throws IOException, InterruptedException {
    var path = "/api/declarations?establishment=" + "9".repeat(length);
    var token = Issuer.token("soc", List.of(), List.of(Role.RESPONDER), UnaryOperator.identity());
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Authorization", "Bearer " + token)
            .header("Accept-Encoding", accepted)
            .build();
    return HTTP.send(request, BodyHandlers.ofByteArray());
  }
}
