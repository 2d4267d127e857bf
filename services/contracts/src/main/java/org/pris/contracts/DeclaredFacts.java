package org.pris.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A declaration as other services need it: names and contacts of declarants never travel. What is
 * null was not answered.
 *
 * @param version of the declaration, from 1
 * @param discoveredAt when it was noticed; starts the clocks
 * @param occurredAt when it began, if known
 * @param description what the establishment writes
 */
public record DeclaredFacts(
    UUID id,
    String reference,
    long version,
    Establishment establishment,
    RegulatoryProfile profile,
    Channel channel,
    boolean exercise,
    Instant discoveredAt,
    @Nullable Instant occurredAt,
    @Nullable Answer ongoing,
    @Nullable IncidentType incidentType,
    @Nullable Origin origin,
    @Personal String description,
    @Nullable Scope scope,
    List<AffectedSystem> affectedSystems,
    @Nullable PatientHarm patientHarm,
    @Nullable CareMode careMode,
    @Nullable Answer vitalServiceDown,
    @Nullable DataImpact dataImpact,
    @Nullable Answer othersMayBeAffected,
    @Nullable NationalReport nationalReport,
    Instant submittedAt) {

  /** One system and its state, both codes of the form. */
  public record AffectedSystem(SystemCode system, SystemState state) {}

  /** Systems of a hospital, as the form lists them. */
  public enum SystemCode {
    EHR,
    EMERGENCY_SAMU,
    OPERATING_THEATRE,
    INTENSIVE_CARE,
    LABORATORY,
    IMAGING,
    PHARMACY,
    RADIOTHERAPY,
    DIALYSIS,
    MATERNITY,
    STERILISATION,
    ADMISSIONS_BILLING,
    HR_PAYROLL,
    MESSAGING,
    TELEPHONY,
    INTERNET_VPN,
    DIRECTORY,
    HYPERVISORS,
    STORAGE,
    BACKUP,
    WORKSTATIONS,
    BUILDING_BIOMEDICAL,
    CATERING_LOGISTICS,
    WEBSITE,
    RESIDENT_RECORD,
    OTHER
  }

  /** How a system is. */
  public enum SystemState {
    UNAVAILABLE,
    DEGRADED,
    ISOLATED,
    OPERATIONAL,
    UNKNOWN
  }

  /** What happened to the data; each part may be unanswered. */
  public record DataImpact(
      @Nullable DataState confidentiality,
      @Nullable DataState integrity,
      @Nullable DataState availability,
      @Nullable Answer personalData) {}

  /** The national declaration (portal of CERT Santé): whether, when, and under which reference. */
  public record NationalReport(
      @Nullable Answer done, @Nullable Instant at, @Nullable String reference) {}
}
