package org.pris.intake.declaration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Channel;
import org.pris.contracts.Establishment;
import org.pris.contracts.IncidentType;
import org.pris.contracts.Person;

/**
 * A declaration in a list: no text and no person.
 *
 * @param incidentType null where nobody answered, and for a machine that reads back what it sent
 * @param discoveredAt null for such a machine
 * @param caseId null until triage has opened the case
 */
record DeclarationLine(
    UUID id,
    String reference,
    long version,
    boolean exercise,
    Establishment establishment,
    Channel channel,
    Instant submittedAt,
    Instant changedAt,
    @Nullable IncidentType incidentType,
    @Nullable Instant discoveredAt,
    @Nullable UUID caseId,
    @Nullable String caseReference,
    @Nullable CaseStatus caseStatus,
    @Nullable UUID mergedInto) {

  static DeclarationLine of(Declaration declaration, Person person) {
    var whole = DeclarationAccess.isWhole(person, declaration);
    var current = declaration.current();
    var theCase = declaration.theCase();
    return new DeclarationLine(
        declaration.id(),
        declaration.reference(),
        current.number(),
        declaration.exercise(),
        declaration.establishment(),
        declaration.submitted().channel(),
        declaration.submittedAt(),
        current.sentAt(),
        whole ? current.answers().incidentType() : null,
        whole ? current.answers().discoveredAt() : null,
        theCase.caseId(),
        theCase.reference(),
        theCase.status(),
        theCase.mergedInto());
  }
}
