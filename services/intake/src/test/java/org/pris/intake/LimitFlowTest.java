package org.pris.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Role;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@FlowTest
@DisplayName("Who asks too much")
class LimitFlowTest {

  private static final int DECLARE_BURST = 120;
  private static final int SEARCH_BURST = 300;

  /** Refused at once, and counted all the same. */
  private static final String BAD = "?q=hop&limit=0";

  @Autowired Callers callers;

  private RestTestClient hospital(String username) {
    return callers.as(username, Set.of("993800002"), Role.DECLARANT);
  }

  private static ResponseSpec declare(RestTestClient by) {
    return by.post()
        .uri("/api/declarations")
        .contentType(MediaType.APPLICATION_JSON)
        .body("{}")
        .exchange();
  }

  /** Of none that there is: refused, and counted all the same. */
  private static ResponseSpec complement(RestTestClient by) {
    return by.post()
        .uri("/api/declarations/{id}/complements", new UUID(0, 0))
        .contentType(MediaType.APPLICATION_JSON)
        .body("{\"version\": 1}")
        .exchange();
  }

  private static ResponseSpec search(RestTestClient by, String query) {
    return by.get().uri("/api/establishments" + query).exchange();
  }

  private static long passed(int asked, Supplier<ResponseSpec> ask) {
    return IntStream.range(0, asked)
        .filter(_ -> ask.get().returnResult().getStatus().value() != 429)
        .count();
  }

  /** Sooner or later: meanwhile one more may have become free. */
  private static ResponseSpec expectRefused(Supplier<ResponseSpec> ask) {
    return await()
        .pollDelay(Duration.ZERO)
        .until(ask::get, it -> it.returnResult().getStatus().value() == 429);
  }

  @Test
  @DisplayName("with declarations is told when to come back, and whom to call")
  void declarations() {
    var machine = hospital("runaway");
    assertThat(passed(DECLARE_BURST + 30, () -> declare(machine)))
        .isBetween((long) DECLARE_BURST, DECLARE_BURST + 29L);

    var refused = expectRefused(() -> declare(machine));
    refused.expectHeader().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    refused.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "1");
    refused
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:pris:problem:too-many-requests")
        .jsonPath("$.status")
        .isEqualTo(429)
        .jsonPath("$.retryAfter")
        .isEqualTo(1)
        .jsonPath("$.emergencyNumber")
        .isEqualTo("04 65 71 00 15");
    declare(hospital("human")).expectStatus().isBadRequest();
  }

  @Test
  @DisplayName("with complements uses up what may be declared, for both are written and told")
  void complements() {
    var machine = hospital("talkative");
    assertThat(passed(DECLARE_BURST + 30, () -> complement(machine)))
        .isBetween((long) DECLARE_BURST, DECLARE_BURST + 29L);

    expectRefused(() -> complement(machine));
    expectRefused(() -> declare(machine));
    complement(hospital("quiet")).expectStatus().isNotFound();
  }

  @Test
  @DisplayName("with searches may still read lists and declare")
  void searches() {
    var reader = hospital("searcher");
    assertThat(passed(SEARCH_BURST + 200, () -> search(reader, BAD)))
        .isGreaterThanOrEqualTo(SEARCH_BURST);
    var beyond = passed(SEARCH_BURST, () -> search(reader, BAD));
    assertThat(beyond).isLessThan(SEARCH_BURST);

    search(reader, "?limit=1").expectStatus().isOk();
    declare(reader).expectStatus().isBadRequest();
  }
}
