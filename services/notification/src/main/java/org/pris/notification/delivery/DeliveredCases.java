package org.pris.notification.delivery;

import java.util.Optional;
import java.util.UUID;
import org.pris.platform.audit.AuditedCases;
import org.springframework.stereotype.Component;

/** The case that a delivery tells of: its body is shown with it. */
@Component
class DeliveredCases implements AuditedCases {

  private final Deliveries deliveries;

  DeliveredCases(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public Optional<UUID> named(String delivery) {
    try {
      return deliveries.find(UUID.fromString(delivery)).map(Delivery::caseId);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
