package org.pris.intake.declaration;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.DeclaredFacts;
import org.pris.contracts.DeclaredFacts.AffectedSystem;
import org.pris.contracts.RegulatoryProfile;
import org.pris.platform.VisibleText;

/** What of a declaration other services hear: no name and no contact of a declarant. */
final class PublishedFacts {

  private PublishedFacts() {}

  /**
   * @param profile of the establishment as the registry has it now
   */
  static DeclaredFacts of(Declaration declaration, Version version, RegulatoryProfile profile) {
    var said = version.answers();
    return new DeclaredFacts(
        declaration.id(),
        declaration.reference(),
        version.number(),
        declaration.establishment(),
        profile,
        declaration.submitted().channel(),
        declaration.exercise(),
        Objects.requireNonNullElse(said.discoveredAt(), declaration.submittedAt()),
        said.occurredAt(),
        said.ongoing(),
        said.incidentType(),
        said.origin(),
        VisibleText.isBlank(said.description()) ? "" : Objects.requireNonNull(said.description()),
        said.scope(),
        systems(said.affectedSystems()),
        said.patientHarm(),
        said.careMode(),
        said.vitalServiceDown(),
        impact(said.dataImpact()),
        said.othersMayBeAffected(),
        report(said.nationalReport()),
        declaration.submittedAt());
  }

  private static List<AffectedSystem> systems(@Nullable List<Answers.AffectedSystem> systems) {
    return systems == null
        ? List.of()
        : systems.stream().map(it -> new AffectedSystem(it.system(), it.state())).toList();
  }

  private static DeclaredFacts.@Nullable DataImpact impact(Answers.@Nullable DataImpact impact) {
    return impact == null
        ? null
        : new DeclaredFacts.DataImpact(
            impact.confidentiality(),
            impact.integrity(),
            impact.availability(),
            impact.personalData());
  }

  private static DeclaredFacts.@Nullable NationalReport report(
      Answers.@Nullable NationalReport report) {
    return report == null
        ? null
        : new DeclaredFacts.NationalReport(report.done(), report.at(), report.reference());
  }
}
