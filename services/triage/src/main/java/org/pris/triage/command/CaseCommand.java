package org.pris.triage.command;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Answer;
import org.pris.contracts.CareMode;
import org.pris.contracts.CaseEvent.DisengagementReason;
import org.pris.contracts.CaseEvent.RejectionReason;
import org.pris.contracts.CaseEvent.RootCause;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.IncidentType;
import org.pris.contracts.Level;
import org.pris.contracts.Origin;
import org.pris.contracts.PatientHarm;
import org.pris.contracts.Personal;
import org.pris.contracts.Scope;
import org.pris.contracts.Severity;
import org.pris.contracts.Trend;

/**
 * What a responder asks of a case; {@code {"action": "take", "version": 1}} on the wire. {@code
 * version} is the one that the decision was made on.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@Schema(
    discriminatorProperty = "action",
    discriminatorMapping = {
      @DiscriminatorMapping(value = "take", schema = CaseCommand.Take.class),
      @DiscriminatorMapping(value = "qualify", schema = CaseCommand.Qualify.class),
      @DiscriminatorMapping(value = "reject", schema = CaseCommand.Reject.class),
      @DiscriminatorMapping(value = "merge", schema = CaseCommand.Merge.class),
      @DiscriminatorMapping(value = "unmerge", schema = CaseCommand.Unmerge.class),
      @DiscriminatorMapping(value = "redirect", schema = CaseCommand.Redirect.class),
      @DiscriminatorMapping(value = "engage", schema = CaseCommand.Engage.class),
      @DiscriminatorMapping(value = "advise", schema = CaseCommand.Advise.class),
      @DiscriminatorMapping(value = "escalate", schema = CaseCommand.Escalate.class),
      @DiscriminatorMapping(value = "monitor", schema = CaseCommand.Monitor.class),
      @DiscriminatorMapping(value = "disengage", schema = CaseCommand.Disengage.class),
      @DiscriminatorMapping(value = "relapse", schema = CaseCommand.Relapse.class),
      @DiscriminatorMapping(value = "report", schema = CaseCommand.Report.class),
      @DiscriminatorMapping(value = "close", schema = CaseCommand.Close.class),
      @DiscriminatorMapping(value = "hold", schema = CaseCommand.Hold.class),
      @DiscriminatorMapping(value = "resume", schema = CaseCommand.Resume.class),
      @DiscriminatorMapping(value = "reopen", schema = CaseCommand.Reopen.class)
    })
public sealed interface CaseCommand {

  /** Longest free text of a command. */
  int TEXT = 4_000;

  Long version();

  /** As its name on the wire says. */
  default CaseAction action() {
    return CaseAction.valueOf(
        getClass().getAnnotation(JsonTypeName.class).value().toUpperCase(Locale.ROOT));
  }

  @JsonTypeName("take")
  record Take(@NotNull Long version) implements CaseCommand {}

  /**
   * Every question has an answer, which may be UNKNOWN but for severity and type.
   *
   * @param reason needed where the severity is lower than the proposed one
   */
  @JsonTypeName("qualify")
  record Qualify(
      @NotNull Long version,
      @NotNull Severity severity,
      @NotNull Scope scope,
      @NotNull Level impact,
      @NotNull Level urgency,
      @NotNull Trend trend,
      @NotNull IncidentType incidentType,
      @NotNull Origin origin,
      @NotNull PatientHarm patientHarm,
      @NotNull CareMode careMode,
      @NotNull Answer personalData,
      @NotNull Boolean significant,
      @Personal @Size(max = TEXT) @Nullable String reason)
      implements CaseCommand {}

  @JsonTypeName("reject")
  record Reject(
      @NotNull Long version,
      @NotNull RejectionReason reason,
      @Personal @NotBlank @Size(max = TEXT) String comment)
      implements CaseCommand {}

  /** Confirmed: although the two do not touch the same establishments. */
  @JsonTypeName("merge")
  record Merge(@NotNull Long version, @NotNull UUID into, @Nullable Boolean confirmed)
      implements CaseCommand {}

  @JsonTypeName("unmerge")
  record Unmerge(@NotNull Long version, @Personal @NotBlank @Size(max = TEXT) String reason)
      implements CaseCommand {}

  /** With the recipient's acceptance, or the call that was made to it. */
  @JsonTypeName("redirect")
  record Redirect(
      @NotNull Long version,
      @Personal @NotBlank @Size(max = 200) String recipient,
      @Valid @Nullable Acceptance accepted,
      @Valid @Nullable Call call)
      implements CaseCommand {}

  /**
   * With the reference of an agreement, or an emergency authorisation.
   *
   * @param lead absent where the case already has one
   */
  @JsonTypeName("engage")
  record Engage(
      @NotNull Long version,
      @Pattern(regexp = CaseEdit.PERSON) @Nullable String lead,
      @Size(max = 200) @Nullable String agreement,
      @Valid @Nullable EmergencyAuthorisation emergencyAuthorisation)
      implements CaseCommand {}

  @JsonTypeName("advise")
  record Advise(@NotNull Long version, @Personal @NotBlank @Size(max = TEXT) String advice)
      implements CaseCommand {}

  @JsonTypeName("escalate")
  record Escalate(@NotNull Long version, @Personal @NotBlank @Size(max = TEXT) String reason)
      implements CaseCommand {}

  /** The waiver is the reason to go on although mandatory tasks are open. */
  @JsonTypeName("monitor")
  record Monitor(@NotNull Long version, @Personal @Size(max = TEXT) @Nullable String waiver)
      implements CaseCommand {}

  @JsonTypeName("disengage")
  record Disengage(
      @NotNull Long version,
      @NotNull DisengagementReason reason,
      @Personal @NotBlank @Size(max = TEXT) String handover)
      implements CaseCommand {}

  @JsonTypeName("relapse")
  record Relapse(@NotNull Long version, @Personal @NotBlank @Size(max = TEXT) String reason)
      implements CaseCommand {}

  /** The waiver is the reason to go on although care is still degraded. */
  @JsonTypeName("report")
  record Report(@NotNull Long version, @Personal @Size(max = TEXT) @Nullable String waiver)
      implements CaseCommand {}

  @JsonTypeName("close")
  record Close(
      @NotNull Long version,
      @NotNull RootCause rootCause,
      @Personal @Size(max = TEXT) @Nullable String summary,
      @Personal @Size(max = TEXT) @Nullable String lessons,
      @Personal @Size(max = TEXT) @Nullable String lessonsRefused)
      implements CaseCommand {}

  /** No clock stops meanwhile. */
  @JsonTypeName("hold")
  record Hold(
      @NotNull Long version,
      @Personal @NotBlank @Size(max = TEXT) String reason,
      @NotNull Instant until)
      implements CaseCommand {}

  @JsonTypeName("resume")
  record Resume(@NotNull Long version) implements CaseCommand {}

  /** Back to IN_TRIAGE, or to where the case had visitedStatuses. */
  @JsonTypeName("reopen")
  record Reopen(
      @NotNull Long version,
      @Personal @NotBlank @Size(max = TEXT) String reason,
      @Nullable ReopenTo to)
      implements CaseCommand {
    public CaseStatus target() {
      return to == null ? CaseStatus.IN_TRIAGE : CaseStatus.valueOf(to.name());
    }
  }

  /** Where a reopened case may go on. */
  enum ReopenTo {
    IN_TRIAGE,
    ENGAGED,
    REPORTING
  }
}
