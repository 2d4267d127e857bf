package org.pris.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A signing secret")
class WebhookSecretTest {

  @Test
  @DisplayName("signs as the published example of Standard Webhooks")
  void vector() {
    var secret = WebhookSecret.of(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    assertThat(
            secret.signature("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  @DisplayName("is 32 random bytes behind whsec_")
  void shown() {
    var one = WebhookSecret.random();

    assertThat(one.shown()).startsWith("whsec_").isNotEqualTo(WebhookSecret.random().shown());
    assertThat(Base64.getDecoder().decode(one.shown().substring(6))).hasSize(32);
  }

  @Test
  @DisplayName("never stands in a log")
  void masked() {
    var secret = WebhookSecret.random();

    assertThat(secret.toString()).doesNotContain(secret.shown().substring(6, 40));
  }

  @Test
  @DisplayName("signs a body with accents by its UTF-8 bytes")
  void accents() {
    var secret = WebhookSecret.of(new byte[32]);

    assertThat(secret.signature("1", 1, "é")).isNotEqualTo(secret.signature("1", 1, "e"));
  }
}
