package org.pris.notification;

import java.time.Duration;
import java.util.List;

/** Rules of delivery as tests need them. */
final class Rules {

  private Rules() {}

  static DeliveryRules allowing(String... ranges) {
    return new DeliveryRules(
        List.of(ranges),
        Duration.ofSeconds(5),
        Duration.ofHours(120),
        Duration.ofHours(24),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1));
  }
}
