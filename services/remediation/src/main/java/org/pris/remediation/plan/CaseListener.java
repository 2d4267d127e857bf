package org.pris.remediation.plan;

import org.pris.contracts.CaseEvent;
import org.pris.contracts.Event;
import org.pris.contracts.Topics;
import org.pris.platform.access.AccessRows;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of cases; every event carries the whole state, so its type does not matter. */
@Component
class CaseListener {

  private final AccessRows rows;
  private final Remediation remediation;

  CaseListener(AccessRows rows, Remediation remediation) {
    this.rows = rows;
    this.remediation = remediation;
  }

  @KafkaListener(topics = Topics.CASES)
  void on(Event<CaseEvent> event) {
    var data = event.data();
    if (data != null) {
      rows.keep(data.theCase());
      remediation.hear(data.theCase());
    }
  }
}
