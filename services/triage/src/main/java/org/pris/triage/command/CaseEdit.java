package org.pris.triage.command;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.CareLine;
import org.pris.contracts.CareLineCode;
import org.pris.contracts.CareMode;
import org.pris.contracts.CareState;
import org.pris.contracts.DeadlineStatus;
import org.pris.contracts.Establishment;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Personal;

/** A command that changes what is known of a case, not where it stands. */
public sealed interface CaseEdit {

  /** The subject of an account, or the username of one that triage has met. */
  String PERSON = "[A-Za-z0-9._@+:-]{1,200}";

  Long version();

  /**
   * How care goes on. What is absent stays as it was; null says that a number is not known.
   *
   * @param lines those that changed; the others stay
   * @param reason needed where patient harm or the mode of care falls
   */
  @SuppressWarnings("NullableOptional") // absent, null and a value are three answers
  record ChangeCare(
      @NotNull Long version,
      @Nullable PatientHarm patientHarm,
      @Nullable CareMode careMode,
      @Nullable Optional<Boolean> plannedWhite,
      @Nullable Optional<@PositiveOrZero Integer> cancelledOperations,
      @Nullable Optional<@PositiveOrZero Integer> transfers,
      @Size(max = 12) @Nullable List<@Valid @NotNull Line> lines,
      @Personal @Size(max = CaseCommand.TEXT) @Nullable String reason)
      implements CaseEdit {}

  /** One line of care; {@code divertedTo} is a FINESS number. */
  record Line(
      @NotNull CareLineCode line,
      @NotNull CareState state,
      @Nullable Instant since,
      @Nullable Instant expectedReturn,
      @Pattern(regexp = Establishment.FINESS) @Nullable String divertedTo) {

    public CareLine told() {
      return new CareLine(line, state, since, expectedReturn, divertedTo);
    }
  }

  /**
   * Who works on the case. What is absent stays as it was.
   *
   * @param lead null: nobody leads it
   * @param confirmed needed where nobody is left
   */
  @SuppressWarnings("NullableOptional") // absent, null and a value are three answers
  record Assign(
      @NotNull Long version,
      @Size(max = 50) @Nullable List<@NotNull @Pattern(regexp = PERSON) String> people,
      @Nullable Optional<@Pattern(regexp = PERSON) String> lead,
      @Nullable Boolean confirmed)
      implements CaseEdit {}

  /**
   * Another establishment is hit by the same.
   *
   * @param correction of an establishment that is there already: only its hour changes
   */
  record Affect(
      @NotNull Long version,
      @NotNull @Pattern(regexp = Establishment.FINESS) String establishment,
      @NotNull Instant since,
      @Nullable Boolean correction)
      implements CaseEdit {}

  /** Who may see the case. What is absent stays as it was. */
  record ChangeAccess(
      @NotNull Long version,
      @Nullable Boolean restricted,
      @Size(max = 100) @Nullable List<@NotNull @Pattern(regexp = PERSON) String> people,
      @Nullable EstablishmentSide establishmentSide,
      @Size(max = 100)
          @Nullable List<@NotNull @Pattern(regexp = PERSON) String> establishmentPeople,
      @Personal @NotBlank @Size(max = CaseCommand.TEXT) String reason)
      implements CaseEdit {}

  /** A lead opens a restricted case to somebody, also one that is closed to the lead. */
  record Admit(
      @NotNull @Pattern(regexp = PERSON) String person,
      @Personal @NotBlank @Size(max = CaseCommand.TEXT) String reason) {}

  /**
   * How a clock stands. Of the same status, or of a duty still met, what is absent stays as it was;
   * of a closed case only the reference may change.
   *
   * @param at when it was met
   * @param reference of the receipt
   * @param reason needed for all but RUNNING and MET
   * @param partial whether what was sent is to be complemented
   */
  record ChangeDeadline(
      @NotNull Long version,
      @NotNull @Pattern(regexp = Establishment.FINESS) String establishment,
      @NotBlank @Size(max = 40) String regime,
      @NotNull DeadlineStatus status,
      @Nullable Instant at,
      @Size(max = 100) @Nullable String reference,
      @Personal @Size(max = CaseCommand.TEXT) @Nullable String reason,
      @Nullable Boolean partial)
      implements CaseEdit {}
}
