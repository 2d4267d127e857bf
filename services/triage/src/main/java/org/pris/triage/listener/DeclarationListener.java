package org.pris.triage.listener;

import org.pris.contracts.DeclarationEvent;
import org.pris.contracts.DeclarationEvent.DeclarationComplemented;
import org.pris.contracts.DeclarationEvent.DeclarationSubmitted;
import org.pris.contracts.DeclarationEvent.EstablishmentRegistered;
import org.pris.contracts.Event;
import org.pris.contracts.Topics;
import org.pris.triage.Establishments;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class DeclarationListener {

  private final CaseProjection incoming;
  private final Establishments establishments;

  DeclarationListener(CaseProjection incoming, Establishments establishments) {
    this.incoming = incoming;
    this.establishments = establishments;
  }

  @KafkaListener(topics = Topics.DECLARATIONS)
  void on(Event<DeclarationEvent> event) {
    switch (event.data()) {
      case DeclarationSubmitted(var facts) -> incoming.declared(facts);
      case DeclarationComplemented(var facts) -> incoming.complemented(facts, event.timestamp());
      case EstablishmentRegistered it -> establishments.keep(it, event.version());
      case null -> {} // a type newer than this build
    }
  }
}
