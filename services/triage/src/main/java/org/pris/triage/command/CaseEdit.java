package org.pris.triage.command;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.CareLine;
import org.pris.contracts.CareLineCode;
import org.pris.contracts.CareMode;
import org.pris.contracts.CareState;
import org.pris.contracts.DeadlineStatus;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Personal;

/** A command that changes what is known of a case, not where it stands. */
public sealed interface CaseEdit {

  /** FINESS number: nine characters, the second a letter in Corsica. */
  String FINESS = "[0-9][0-9AB][0-9]{7}";

  String USERNAME = "[A-Za-z0-9._@-]{1,100}";

  Long version();

  /** How care goes on. What is absent stays as it was; {@code lines} replaces all lines. */
  record ChangeCare(
      @NotNull Long version,
      @Nullable PatientHarm patientHarm,
      @Nullable CareMode careMode,
      @Nullable Boolean plannedWhite,
      @PositiveOrZero @Nullable Integer cancelledOperations,
      @PositiveOrZero @Nullable Integer transfers,
      @Size(max = 12) @Nullable List<@Valid @NotNull Line> lines)
      implements CaseEdit {}

  /** One line of care; {@code divertedTo} is a FINESS number. */
  record Line(
      @NotNull CareLineCode line,
      @NotNull CareState state,
      @Nullable Instant since,
      @Nullable Instant expectedReturn,
      @Pattern(regexp = FINESS) @Nullable String divertedTo) {

    public CareLine told() {
      return new CareLine(line, state, since, expectedReturn, divertedTo);
    }
  }

  /** Who works on the case: usernames. */
  record Assign(
      @NotNull Long version,
      @NotNull @Size(max = 50) List<@NotNull @Pattern(regexp = USERNAME) String> people,
      @Pattern(regexp = USERNAME) @Nullable String lead)
      implements CaseEdit {}

  /** Another establishment is hit by the same. */
  record Affect(
      @NotNull Long version,
      @NotNull @Pattern(regexp = FINESS) String establishment,
      @NotNull Instant since)
      implements CaseEdit {}

  /** Who may see the case. */
  record ChangeAccess(
      @NotNull Long version,
      @NotNull Boolean restricted,
      @NotNull @Size(max = 100) List<@NotNull @Pattern(regexp = USERNAME) String> people,
      @NotNull EstablishmentSide establishmentSide,
      @NotNull @Size(max = 100)
          List<@NotNull @Pattern(regexp = USERNAME) String> establishmentPeople,
      @Personal @NotBlank @Size(max = CaseCommand.TEXT) String reason)
      implements CaseEdit {}

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
      @NotNull @Pattern(regexp = FINESS) String establishment,
      @NotBlank @Size(max = 40) String regime,
      @NotNull DeadlineStatus status,
      @Nullable Instant at,
      @Size(max = 100) @Nullable String reference,
      @Personal @Size(max = CaseCommand.TEXT) @Nullable String reason,
      @Nullable Boolean partial)
      implements CaseEdit {}
}
