package org.pris.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pris.contracts.Role;
import org.pris.platform.testing.Callers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@NotificationFlow
@DisplayName("The endpoints")
class AccessFlowTest {

  @Autowired Callers callers;

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
  @DisplayName("are for administrators alone")
  void roles(Role role) {
    var other = new Administrator(callers.as("somebody", role));

    everything().forEach(it -> assertThat(call(other, it).status()).as(it).isEqualTo(403));
  }

  @Test
  @DisplayName("are for nobody without a token")
  void nobody() {
    var nobody = new Administrator(callers.nobody());

    everything().forEach(it -> assertThat(call(nobody, it).status()).as(it).isEqualTo(401));
  }

  @Test
  @DisplayName("that do not exist answer the same 404")
  void unknown() {
    var admin = new Administrator(callers.as("admin1", Role.ADMIN));

    everything()
        .filter(it -> it.contains("{id}"))
        .forEach(it -> assertThat(call(admin, it).status()).as(it).isEqualTo(404));
  }

  /** Every call there is, with a body that could be meant. */
  private static Stream<String> everything() {
    return Stream.of(
        "GET /api/webhooks",
        "POST /api/webhooks {\"url\": \"https://93.184.216.34/\", \"description\": \"x\"}",
        "GET /api/webhooks/{id}",
        "PATCH /api/webhooks/{id} {}",
        "DELETE /api/webhooks/{id}",
        "POST /api/webhooks/{id}/secret",
        "DELETE /api/webhooks/{id}/previous-secret",
        "POST /api/webhooks/{id}/test",
        "POST /api/webhooks/{id}/retry",
        "GET /api/webhooks/{id}/deliveries",
        "POST /api/webhooks/{id}/replay {\"from\": \"2026-01-01T00:00:00Z\", \"to\":"
            + " \"2027-01-01T00:00:00Z\"}",
        "GET /api/deliveries/{id}",
        "POST /api/deliveries/{id}/replay");
  }

  private static Administrator.Answer call(Administrator by, String line) {
    var words = line.split(" ", 3);
    var path = words[1].replace("{id}", UUID.randomUUID().toString());
    return by.send(HttpMethod.valueOf(words[0]), path, words.length > 2 ? words[2] : null);
  }
}
