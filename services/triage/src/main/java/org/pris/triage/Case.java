package org.pris.triage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.pris.contracts.Access;
import org.pris.contracts.Care;
import org.pris.contracts.CaseState;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.DeclaredFacts;
import org.pris.contracts.Progress;
import org.pris.contracts.Topics;
import org.pris.platform.outbox.Aggregate;
import org.pris.platform.outbox.ListenerOwned;
import org.pris.platform.outbox.Publishes;
import org.pris.triage.deadline.CaseDeadline;
import org.pris.triage.deadline.Deadlines;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;

/**
 * The response to one incident. What a command leads to stands in {@code lifecycle.Transitions} and
 * {@code edit.CaseEdits}; here is what a case is, and what follows from it by itself.
 *
 * @param version counts commands of people: what the API compares
 * @param declared what establishments said, newest version of each declaration, without their text
 * @param tasks the progress that remediation tells
 */
@Publishes(Topics.CASES)
@Document("cases")
public record Case(
    @Id UUID id,
    long lock,
    long revision,
    long version,
    String reference,
    boolean exercise,
    CaseOrigin opening,
    List<DeclaredFacts> declared,
    List<AffectedSite> affected,
    @Field("course") Lifecycle lifecycle,
    Assessment assessment,
    Care care,
    List<CaseDeadline> deadlines,
    Team team,
    Access access,
    @ListenerOwned Progress tasks,
    @Field("ranks") SortKeys sortKeys,
    Instant changedAt)
    implements Aggregate {

  public CaseStatus status() {
    return lifecycle.status();
  }

  /** Whether the declaration speaks of it. */
  public boolean holds(UUID declaration) {
    return declared.stream().anyMatch(it -> it.id().equals(declaration));
  }

  public Case with(CaseOrigin newOpening) {
    return copy(
        newOpening, declared, affected, lifecycle, assessment, care, deadlines, team, access);
  }

  public Case with(Lifecycle newLifecycle) {
    return copy(
        opening, declared, affected, newLifecycle, assessment, care, deadlines, team, access);
  }

  public Case with(Assessment newAssessment) {
    return copy(
        opening, declared, affected, lifecycle, newAssessment, care, deadlines, team, access);
  }

  public Case with(Care newCare) {
    return copy(
        opening, declared, affected, lifecycle, assessment, newCare, deadlines, team, access);
  }

  public Case with(Team newTeam) {
    return copy(
        opening, declared, affected, lifecycle, assessment, care, deadlines, newTeam, access);
  }

  public Case with(Access newAccess) {
    return copy(
        opening, declared, affected, lifecycle, assessment, care, deadlines, team, newAccess);
  }

  public Case withDeclared(List<DeclaredFacts> facts) {
    return copy(opening, facts, affected, lifecycle, assessment, care, deadlines, team, access);
  }

  public Case withDeadlines(List<CaseDeadline> clocks) {
    return copy(opening, declared, affected, lifecycle, assessment, care, clocks, team, access);
  }

  /** Its people see the case from now on. */
  public Case withAffected(List<AffectedSite> sites) {
    var seen =
        new Access(
            sites.stream().map(AffectedSite::site).toList(),
            access.restricted(),
            access.people(),
            access.establishmentSide(),
            access.establishmentPeople());
    return copy(opening, declared, sites, lifecycle, assessment, care, deadlines, team, seen);
  }

  /** What follows from the facts: the presumption, the clocks, the place in lists. */
  public Case recalculated(Deadlines rules) {
    var presumed = with(Declarations.presumed(this));
    var watched = presumed.withDeadlines(rules.reviewed(new DeadlineFacts(presumed)));
    return watched.stamped(SortKeys.of(watched), revision, version, changedAt);
  }

  /** After a person's command that tells so many events. */
  public Case withCommandEvents(Instant at, int events) {
    return stamped(sortKeys, revision + events, version + 1, at);
  }

  /** After what nobody decided on this version: a complement, a merge's other end. */
  public Case withDerivedEvents(Instant at, int events) {
    return stamped(sortKeys, revision + events, version, at);
  }

  /** What the declared facts let fear, and why. */
  public SeverityProposal presumption() {
    return SeverityProposal.presumed(
        care,
        assessment.incidentType(),
        assessment.origin(),
        assessment.scope(),
        SeverityProposal.vitalServiceDown(this));
  }

  /** The whole public state, for every event. */
  public CaseState state() {
    return PublicState.of(this);
  }

  private Case stamped(SortKeys keys, long newRevision, long newVersion, Instant at) {
    return new Case(
        id,
        lock,
        newRevision,
        newVersion,
        reference,
        exercise,
        opening,
        declared,
        affected,
        lifecycle,
        assessment,
        care,
        deadlines,
        team,
        access,
        tasks,
        keys,
        at);
  }

  private Case copy(
      CaseOrigin newOpening,
      List<DeclaredFacts> newDeclared,
      List<AffectedSite> newAffected,
      Lifecycle newLifecycle,
      Assessment newAssessment,
      Care newCare,
      List<CaseDeadline> newDeadlines,
      Team newTeam,
      Access newAccess) {
    return new Case(
        id,
        lock,
        revision,
        version,
        reference,
        exercise,
        newOpening,
        newDeclared,
        newAffected,
        newLifecycle,
        newAssessment,
        newCare,
        newDeadlines,
        newTeam,
        newAccess,
        tasks,
        sortKeys,
        changedAt);
  }
}
