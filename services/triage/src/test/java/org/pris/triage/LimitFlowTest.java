package org.pris.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Role;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@FlowTest
@DisplayName("Who searches cases too much")
class LimitFlowTest {

  private static final int BURST = 300;

  /** Refused at once, and counted all the same. */
  private static final String BAD = "?q=hop&limit=0";

  @Autowired Callers callers;

  @Test
  @DisplayName("is told when to come back and whom to call, and may still read lists")
  void searches() {
    var reader = callers.as("searcher", Role.RESPONDER);
    assertThat(passed(reader, BURST + 200)).isGreaterThanOrEqualTo(BURST);
    assertThat(passed(reader, BURST)).isLessThan(BURST);

    await().pollDelay(Duration.ZERO).untilAsserted(() -> expectRefused(search(reader, BAD)));
    search(reader, "?limit=1").expectStatus().isOk();
    search(callers.as("another", Role.RESPONDER), BAD).expectStatus().isBadRequest();
  }

  private static void expectRefused(ResponseSpec refused) {
    refused.expectStatus().isEqualTo(429);
    refused.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "1");
    refused.expectBody().jsonPath("$.emergencyNumber").isEqualTo("04 65 71 00 15");
  }

  private static long passed(RestTestClient by, int asked) {
    return IntStream.range(0, asked)
        .filter(_ -> search(by, BAD).returnResult().getStatus().value() != 429)
        .count();
  }

  private static ResponseSpec search(RestTestClient by, String query) {
    return by.get().uri("/api/cases" + query).exchange();
  }
}
