package org.pris.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

@DisplayName("The door")
class SignInLimitFlowTest extends OneDoor {

  @Test
  @DisplayName("lets one address start no sign-ins without end, and hinders no other")
  void signInsWithoutEnd() throws Exception {
    var exhausted = "198.51.100.7";
    for (var path : List.of("/sign-in", "/oauth2/authorization/keycloak")) {
      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> status(path, exhausted) == 429);
    }
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .untilAsserted(() -> refusal(asked("/sign-in", exhausted, "*/*")));
    assertThat(status("/sign-in", "198.51.100.8")).isEqualTo(302);
    var settings = asked("/api/settings", exhausted, "*/*"); // the page words it, with the numbers
    assertThat(settings.statusCode()).isEqualTo(200);
    assertThat(settings.body())
        .contains("\"emergencyNumbers\":[{", "\"number\":\"04 65 71 00 15\"");
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .untilAsserted(() -> {
          var read = asked("/sign-in", exhausted, "text/html,*/*;q=0.8");
          assertThat(read.statusCode()).isEqualTo(302);
          assertThat(read.headers().firstValue("Location").orElseThrow())
              .matches("/\\?signin=busy&wait=\\d+");
        });
  }

  /** Says when, in the head and to the page, and whom to call meanwhile. */
  private static void refusal(HttpResponse<String> refused) {
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue(HttpHeaders.RETRY_AFTER)).hasValue("1");
    assertThat(refused.headers().firstValue(HttpHeaders.CONTENT_TYPE))
        .hasValue(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    assertThat(refused.body())
        .contains(
            "urn:pris:problem:too-many-requests",
            "\"retryAfter\":1",
            "\"emergencyNumber\":\"04 65 71 00 15\"");
  }

  private int status(String path, String from) throws Exception {
    return asked(path, from, "*/*").statusCode();
  }

  /** As the proxy before the door says where it comes from. */
  private HttpResponse<String> asked(String path, String from, String accepted) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(callers.address() + path))
            .header("X-Forwarded-For", from)
            .header("Accept", accepted)
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }
}
