package org.pris.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

@NotificationFlow
@DisplayName("The endpoints")
class BadInputFlowTest extends OneAgency {

  static Stream<Arguments> badBodies() {
    return Stream.of(
        Arguments.of("{", 400, ""),
        Arguments.of("[]", 400, ""),
        Arguments.of("{\"description\": \"x\"}", 400, "url"),
        Arguments.of("{\"url\": \"\", \"description\": \"x\"}", 400, "url"),
        Arguments.of("{\"url\": 1e999, \"description\": \"x\"}", 422, "url"),
        Arguments.of("{\"url\": \"https://a.example\"}", 400, "description"),
        Arguments.of(with("\"minimumSeverity\": \"HUGE\""), 400, "minimumSeverity"),
        Arguments.of(with("\"exercise\": \"perhaps\""), 400, "exercise"),
        Arguments.of(with("\"events\": []"), 400, "events"),
        Arguments.of(with("\"events\": [\"DROP TABLE\"]"), 400, "events[0]"),
        Arguments.of(with("\"events\": [null]"), 400, "events[0]"),
        Arguments.of(with("\"departments\": [\"ZZ\"]"), 400, "departments[0]"),
        Arguments.of("{\"url\": \"http://93.184.216.34/\", \"description\": \"x\"}", 422, "url"),
        Arguments.of(
            "{\"url\": \"https://169.254.169.254/latest\", \"description\": \"x\"}", 422, "url"),
        Arguments.of("{\"url\": \"https://[fd00::1]/\", \"description\": \"x\"}", 422, "url"));
  }

  private static String with(String field) {
    return "{\"url\": \"https://93.184.216.34/\", \"description\": \"x\", " + field + "}";
  }

  @ParameterizedTest
  @MethodSource("badBodies")
  @DisplayName("refuse what cannot be, and name the field")
  void badBody(String body, int status, String field) {
    var answer = admin.send(HttpMethod.POST, "/api/webhooks", body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
    assertThat(admin.get("/api/webhooks").json().path("items").size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/deliveries?limit=0",
        "/deliveries?limit=201",
        "/deliveries?limit=many",
        "/deliveries?status=LOST",
        "/deliveries?after=nonsense",
        "/deliveries?after=YWJjH2RlZg"
      })
  @DisplayName("refuse a question that cannot be answered")
  void badQuery(String query) {
    assertThat(admin.get(agency.path(query)).status()).isEqualTo(400);
  }

  @Test
  @DisplayName("refuse a change into what could not be created")
  void badChange() {
    assertThat(agency.patch(Map.of("url", "https://10.0.0.1/")).status()).isEqualTo(422);
    assertThat(agency.patch(Map.of("minimumSeverity", "HUGE")).status()).isEqualTo(400);
    assertThat(agency.patch(Map.of("events", List.of())).status()).isEqualTo(400);
    assertThat(admin.get(agency.path("")).at("/url")).isEqualTo(agency.receiver().url());
  }

  @Test
  @DisplayName("refuse a span that ends before it begins")
  void badSpan() {
    var body = Map.of("from", "2026-11-24T10:00:00Z", "to", "2026-11-24T10:00:00Z");

    assertThat(admin.send(HttpMethod.POST, agency.path("/replay"), body).status()).isEqualTo(400);
    assertThat(admin.send(HttpMethod.POST, agency.path("/replay"), Map.of()).status())
        .isEqualTo(400);
  }
}
