package org.pris.platform.access;

import org.pris.contracts.CaseEvent;
import org.pris.contracts.Event;
import org.pris.contracts.Topics;
import org.springframework.kafka.annotation.KafkaListener;

/** Feeds {@link AccessRows}, in a group of its own so that nothing a service does holds it up. */
final class AccessListener {

  private final AccessRows rows;

  AccessListener(AccessRows rows) {
    this.rows = rows;
  }

  @KafkaListener(topics = Topics.CASES, groupId = "${spring.application.name}-access")
  void on(Event<CaseEvent> event) {
    var data = event.data();
    if (data != null) {
      rows.keep(data.theCase());
    }
  }
}
