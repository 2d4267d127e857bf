package org.pris.intake.declaration;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Channel;
import org.pris.contracts.Establishment;
import org.pris.contracts.Person;
import org.pris.contracts.Personal;
import org.pris.contracts.Role;

/**
 * A declaration in its newest version. A machine that reads back what it sent gets neither answers
 * nor sender: an attacker may hold its secret.
 *
 * @param version to send with a complement
 * @param channel by which way the first version came in
 * @param changedAt when the newest version was sent
 * @param sentBy who sent the newest version
 * @param caseId null until triage has opened the case
 * @param mergedInto the case that goes on in this one's place
 * @param alreadyOpen other open declarations of the establishment, which the reader may see:
 *     perhaps the same incident
 * @param warnings of what was accepted and should be looked at
 */
record DeclarationView(
    UUID id,
    String reference,
    long version,
    boolean exercise,
    Establishment establishment,
    Channel channel,
    Instant submittedAt,
    Instant changedAt,
    @Nullable SenderView sentBy,
    @Nullable UUID caseId,
    @Nullable String caseReference,
    @Nullable CaseStatus caseStatus,
    @Nullable UUID mergedInto,
    List<OpenDeclaration> alreadyOpen,
    List<Warning> warnings,
    @JsonUnwrapped @Nullable Answers answers) {

  /** Who sent a version, and as what. */
  record SenderView(@Personal String name, Role role, Channel channel) {

    static SenderView of(Sender sender) {
      return new SenderView(sender.name(), sender.role(), sender.channel());
    }
  }

  /** One that is open beside it. */
  record OpenDeclaration(
      UUID id, String reference, Instant submittedAt, @Nullable String caseReference) {

    static OpenDeclaration of(Declaration declaration) {
      return new OpenDeclaration(
          declaration.id(),
          declaration.reference(),
          declaration.submittedAt(),
          declaration.theCase().reference());
    }
  }

  static DeclarationView of(Declaration declaration, List<Declaration> open, Person person) {
    var current = declaration.current();
    var own = current.number() == 1 && current.sender().subject().equals(person.subject());
    return of(declaration, open, person, own ? current.answers() : null);
  }

  /** Answers a complement. */
  static DeclarationView complemented(
      Declaration declaration, List<Declaration> open, Person person, Answers said) {
    return of(declaration, open, person, said);
  }

  /**
   * @param own what the reader wrote; all that they are warned of who do not read the rest
   */
  private static DeclarationView of(
      Declaration declaration, List<Declaration> open, Person person, @Nullable Answers own) {
    var whole = DeclarationAccess.isWhole(person, declaration);
    var current = declaration.current();
    var theCase = declaration.theCase();
    return new DeclarationView(
        declaration.id(),
        declaration.reference(),
        current.number(),
        declaration.exercise(),
        declaration.establishment(),
        declaration.submitted().channel(),
        declaration.submittedAt(),
        current.sentAt(),
        whole ? SenderView.of(current.sender()) : null,
        theCase.caseId(),
        theCase.reference(),
        theCase.status(),
        theCase.mergedInto(),
        open.stream().map(OpenDeclaration::of).toList(),
        warnings(declaration, whole ? current.answers() : own),
        whole ? current.answers() : null);
  }

  private static List<Warning> warnings(Declaration declaration, @Nullable Answers read) {
    return read == null ? List.of() : Warning.of(declaration.establishment().finess(), read);
  }
}
