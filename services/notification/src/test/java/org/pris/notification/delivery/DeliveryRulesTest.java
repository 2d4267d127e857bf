package org.pris.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.notification.Names;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@DisplayName("The rules of delivery")
class DeliveryRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"PRIS_WEBHOOKS_ALLOWEDPRIVATE", "PRIS_WEBHOOKS_ALLOWED_PRIVATE"})
  @DisplayName("take the allowed networks from the environment")
  void environment(String name) {
    var rules = bound(Map.of(name, "127.0.0.0/8,::1"));

    var guard = new AddressGuard(rules, Names.REAL);
    assertThat(guard.allows(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
    assertThat(guard.allows(InetAddress.ofLiteral("::1"))).isTrue();
    assertThat(guard.allows(InetAddress.ofLiteral("10.0.0.1"))).isFalse();
  }

  @Test
  @DisplayName("allow no private network of themselves, and end an attempt within 20 s")
  void defaults() {
    var rules = bound(Map.of());

    assertThat(rules.allowedPrivate()).isEmpty();
    assertThat(rules.attemptTimeout()).isLessThanOrEqualTo(Duration.ofSeconds(20));
    assertThat(rules.attemptTimeout()).isLessThan(Lanes.LEASE);
    assertThat(rules.overlap()).isEqualTo(Duration.ofHours(24));
  }

  private static DeliveryRules bound(Map<String, Object> environment) {
    var source = new SystemEnvironmentPropertySource("systemEnvironment", environment);
    var binder = new Binder(Objects.requireNonNull(ConfigurationPropertySource.from(source)));
    return binder.bindOrCreate("pris.webhooks", DeliveryRules.class);
  }
}
