package org.pris.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DisplayName("An asset of the pages")
class AssetsFlowTest extends OneDoor {

  @LocalServerPort private int port;

  @Test
  @DisplayName("is sent as the build has compressed it, also where gzip is named first")
  void compressed() throws Exception {
    var answer = asset("gzip, deflate, br, zstd");

    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("br");
    assertThat(answer.headers().allValues("Vary")).contains("Accept-Encoding");
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(it -> assertThat(it).startsWith("text/javascript"));
    assertThat(answer.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(it -> assertThat(it).contains("immutable"));
  }

  @Test
  @DisplayName("is sent as it is to whoever does not take that")
  void plain() throws Exception {
    var answer = asset("identity");

    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"plain\"");
  }

  private HttpResponse<byte[]> asset(String accepted) throws IOException, InterruptedException {
    var address = URI.create("http://localhost:" + port + "/assets/probe.js");
    var request = HttpRequest.newBuilder(address).header("Accept-Encoding", accepted).build();
    return HTTP.send(request, BodyHandlers.ofByteArray());
  }
}
