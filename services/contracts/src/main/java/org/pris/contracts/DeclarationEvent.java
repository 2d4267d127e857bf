package org.pris.contracts;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** What intake says, on {@code pris.declarations}. */
public sealed interface DeclarationEvent {

  /** An establishment declared an incident; opens a case under the declaration's own id. */
  @JsonTypeName("declaration.submitted.v1")
  record DeclarationSubmitted(DeclaredFacts declaration) implements DeclarationEvent {}

  /** The same declaration with more known; every version is kept. */
  @JsonTypeName("declaration.complemented.v1")
  record DeclarationComplemented(DeclaredFacts declaration) implements DeclarationEvent {}

  /** The registry knows an establishment, or knows it better. */
  @JsonTypeName("establishment.registered.v1")
  record EstablishmentRegistered(Establishment establishment, RegulatoryProfile profile)
      implements DeclarationEvent {}
}
