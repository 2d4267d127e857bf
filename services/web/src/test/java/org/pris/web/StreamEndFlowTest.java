package org.pris.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Role;
import org.pris.platform.testing.Issuer;
import org.springframework.http.HttpHeaders;

@DisplayName("The door")
class StreamEndFlowTest extends OneDoor {

  @Test
  @DisplayName(
      "holds no stream of the board whose reader has left, however many and however silent")
  void streamsEnd() throws Exception {
    List<HttpResponse<InputStream>> streams = new ArrayList<>();
    for (var i = 0; i < 20; i++) {
      streams.add(stream());
    }
    assertThat(BOARD.held()).isEqualTo(20);

    for (var one : streams) {
      one.body().close();
    }

    await().until(() -> BOARD.held() == 0);
  }

  @Test
  @DisplayName("ends a stream of the board with the service that it came from")
  void streamEndsWithItsService() throws Exception {
    var stream = stream();
    BOARD.end();

    assertThat(stream.body().readAllBytes()).isNotNull();
  }

  private HttpResponse<InputStream> stream() throws Exception {
    var token =
        Issuer.token("responder1", List.of(), List.of(Role.RESPONDER), UnaryOperator.identity());
    var request =
        HttpRequest.newBuilder(URI.create(callers.address() + "/api/board/stream"))
            .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
            .build();
    var response = HTTP.send(request, BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    assertThat(response.body().read()).isEqualTo(':');
    return response;
  }
}
