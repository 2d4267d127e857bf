package org.pris.notification;

import java.time.Duration;
import java.util.List;
import org.pris.notification.delivery.DeliveryRules;

/** Rules of delivery as tests need them. */
public final class Rules {

  private Rules() {}

  public static DeliveryRules allowing(String... ranges) {
    return new DeliveryRules(
        List.of(ranges),
        Duration.ofSeconds(5),
        Duration.ofHours(120),
        Duration.ofHours(24),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1));
  }
}
