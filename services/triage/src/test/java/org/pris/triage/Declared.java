package org.pris.triage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.pris.contracts.Audience;
import org.pris.contracts.DeclarationEvent;
import org.pris.contracts.DeclarationEvent.DeclarationComplemented;
import org.pris.contracts.DeclarationEvent.DeclarationSubmitted;
import org.pris.contracts.DeclarationEvent.EstablishmentRegistered;
import org.pris.contracts.DeclaredFacts;
import org.pris.contracts.Event;
import org.pris.contracts.RegulatoryProfile;
import org.pris.contracts.TimelineEvent.EntryKind;
import org.pris.contracts.TimelineEvent.NoteWritten;
import org.pris.contracts.Tlp;
import org.pris.contracts.Topics;
import org.pris.platform.Ids;
import org.pris.platform.testing.Published;

/** What intake would say. */
record Declared(Published published) {

  /** Declares, and waits for the case. */
  UUID ransomware(String finess) {
    var id = UUID.randomUUID();
    submit(Facts.ransomware(id, finess));
    published.await(Topics.CASES, id, "case.opened.v1");
    return id;
  }

  void submit(DeclaredFacts facts) {
    send(facts.id(), 1, new DeclarationSubmitted(facts));
  }

  void complement(DeclaredFacts facts) {
    send(facts.id(), facts.version(), new DeclarationComplemented(facts));
  }

  /** Somebody wrote on its timeline. */
  void note(UUID id, Instant at) {
    var note = new NoteWritten(id, EntryKind.FACT, Audience.RESPONDERS, Tlp.AMBER, at, null);
    published.send(Topics.TIMELINE, new Event<>(UUID.randomUUID(), at, id, 1, null, false, note));
  }

  void register(String finess, String legalEntity) {
    send(
        Ids.of(finess),
        1,
        new EstablishmentRegistered(
            Facts.establishment(finess, legalEntity), RegulatoryProfile.UNKNOWN));
  }

  private void send(UUID subject, long version, DeclarationEvent data) {
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    published.send(
        Topics.DECLARATIONS,
        new Event<>(UUID.randomUUID(), now, subject, version, null, false, data));
  }
}
