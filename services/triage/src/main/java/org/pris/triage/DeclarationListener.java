package org.pris.triage;

import org.pris.contracts.DeclarationEvent;
import org.pris.contracts.DeclarationEvent.DeclarationComplemented;
import org.pris.contracts.DeclarationEvent.DeclarationSubmitted;
import org.pris.contracts.DeclarationEvent.EstablishmentRegistered;
import org.pris.contracts.Event;
import org.pris.contracts.Topics;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class DeclarationListener {

  private final Triage triage;
  private final Establishments establishments;

  DeclarationListener(Triage triage, Establishments establishments) {
    this.triage = triage;
    this.establishments = establishments;
  }

  @KafkaListener(topics = Topics.DECLARATIONS)
  void on(Event<DeclarationEvent> event) {
    switch (event.data()) {
      case DeclarationSubmitted(var facts) -> triage.declared(facts);
      case DeclarationComplemented(var facts) -> triage.complemented(facts);
      case EstablishmentRegistered it -> establishments.keep(it, event.version());
      case null -> {} // a type newer than this build
    }
  }
}
