package org.pris.triage.listener;

import org.pris.contracts.CaseEvent;
import org.pris.contracts.CaseEvent.CaseAccessChanged;
import org.pris.contracts.Event;
import org.pris.contracts.Topics;
import org.pris.platform.kafka.TypeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** What one case says that another has to follow; Kafka sees to it that no crash loses it. */
@Component
class CaseListener {

  private final CaseProjection incoming;

  CaseListener(CaseProjection incoming) {
    this.incoming = incoming;
  }

  @Bean
  static TypeFilter accessChanges() {
    return TypeFilter.only(CaseAccessChanged.class);
  }

  @KafkaListener(topics = Topics.CASES, filter = "accessChanges")
  void on(Event<CaseEvent> event) {
    if (event.data() instanceof CaseAccessChanged changed) {
      incoming.accessChanged(event.subject(), changed.reason(), event.actor());
    }
  }
}
