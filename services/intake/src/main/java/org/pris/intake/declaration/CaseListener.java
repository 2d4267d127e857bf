package org.pris.intake.declaration;

import org.pris.contracts.CaseEvent;
import org.pris.contracts.Event;
import org.pris.contracts.Topics;
import org.pris.platform.outbox.Aggregates;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps with each declaration what triage told last of its case, which bears the same id. */
@Component
class CaseListener {

  private final Aggregates aggregates;

  CaseListener(Aggregates aggregates) {
    this.aggregates = aggregates;
  }

  @KafkaListener(topics = Topics.CASES)
  void on(Event<CaseEvent> event) {
    var told = event.data();
    if (told != null) { // else a type newer than this build
      var theCase = CaseSummary.of(told.theCase());
      aggregates.project(
          Declaration.class, told.theCase().id(), "theCase", theCase.revision(), theCase);
    }
  }
}
