package org.pris.intake.declaration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Answer;
import org.pris.contracts.CareMode;
import org.pris.contracts.DataState;
import org.pris.contracts.DeclaredFacts.SystemCode;
import org.pris.contracts.DeclaredFacts.SystemState;
import org.pris.contracts.IncidentType;
import org.pris.contracts.Origin;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Personal;
import org.pris.contracts.Scope;

/**
 * What an establishment says of its incident. Null: nobody answered; UNKNOWN: they do not know.
 *
 * <p>Required in the end, see {@link DeclarationRules}: name of the declarant and one way to reach
 * them. An alert is never refused for what it does not say.
 *
 * @param discoveredAt when it was noticed: starts the legal clocks, which else start when the first
 *     version was received
 * @param occurredAt when it began, if known
 * @param description in the declarant's words, without anything about a patient; up to 4000
 *     characters
 * @param affectedSystems each system at most once
 * @param supportWanted each kind at most once
 */
record Answers(
    @Valid @Nullable Declarant declarant,
    @Nullable Instant discoveredAt,
    @Nullable Instant occurredAt,
    @Nullable Answer ongoing,
    @Nullable IncidentType incidentType,
    @Nullable Origin origin,
    @Size(max = 4000, message = "must have at most 4000 characters") @Personal
        @Nullable String description,
    @Nullable Scope scope,
    @Size(max = 50, message = "must name at most 50 systems")
        @Nullable List<@Valid @NotNull(message = "must not be null") AffectedSystem>
            affectedSystems,
    @Nullable PatientHarm patientHarm,
    @Nullable CareMode careMode,
    @Nullable Answer vitalServiceDown,
    @Nullable DataImpact dataImpact,
    @Nullable Answer othersMayBeAffected,
    @Size(max = 10, message = "must name at most 10 kinds")
        @Nullable List<@NotNull(message = "must not be null") Support> supportWanted,
    @Valid @Nullable NationalReport nationalReport) {

  /**
   * As it is stored: instants in milliseconds, what a fast clock calls now is now, and telephone
   * numbers as they are dialled.
   */
  Answers settled(Instant now) {
    return new Answers(
        declarant == null ? null : declarant.settled(),
        settled(discoveredAt, now),
        settled(occurredAt, now),
        ongoing,
        incidentType,
        origin,
        description,
        scope,
        affectedSystems,
        patientHarm,
        careMode,
        vitalServiceDown,
        dataImpact,
        othersMayBeAffected,
        supportWanted,
        nationalReport == null
            ? null
            : new NationalReport(
                nationalReport.done(),
                settled(nationalReport.at(), now),
                nationalReport.reference()));
  }

  private static @Nullable Instant settled(@Nullable Instant at, Instant now) {
    if (at == null) {
      return null;
    }
    return at.isAfter(now) ? now : at.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Who declares; stays in this service.
   *
   * @param function in the house, a code of the form or their own words
   * @param outOfBandContact a way that works while the hospital's network, mail and phones do not
   */
  record Declarant(
      @Size(max = 200, message = "must have at most 200 characters") @Personal
          @Nullable String name,
      @Size(max = 100, message = "must have at most 100 characters") @Personal
          @Nullable String function,
      @Size(max = 40, message = "must have at most 40 characters") @Personal @Nullable String phone,
      @Size(max = 254, message = "must have at most 254 characters")
          @Email(message = "must be a mail address")
          @Personal
          @Nullable String email,
      @Size(max = 200, message = "must have at most 200 characters") @Personal
          @Nullable String outOfBandContact) {

    Declarant settled() {
      var dialled = TelephoneNumber.stored(phone);
      return new Declarant(name, function, dialled, email, outOfBandContact);
    }
  }

  /** One system and how it is. */
  record AffectedSystem(
      @NotNull(message = "is required") SystemCode system,
      @NotNull(message = "is required") SystemState state) {}

  /** What happened to the data; each part may be unanswered. */
  record DataImpact(
      @Nullable DataState confidentiality,
      @Nullable DataState integrity,
      @Nullable DataState availability,
      @Nullable Answer personalData) {}

  /**
   * The national declaration (portal of CERT Santé): whether, when, under which reference. PRIS
   * takes note of it and never replaces it.
   */
  record NationalReport(
      @Nullable Answer done,
      @Nullable Instant at,
      @Size(max = 100, message = "must have at most 100 characters") @Nullable String reference) {}
}
