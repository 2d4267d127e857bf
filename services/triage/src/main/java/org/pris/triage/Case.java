package org.pris.triage;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pris.contracts.Access;
import org.pris.contracts.Care;
import org.pris.contracts.CaseState;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.DeclaredFacts;
import org.pris.contracts.Progress;
import org.pris.contracts.Tlp;
import org.pris.contracts.Topics;
import org.pris.platform.outbox.Aggregate;
import org.pris.platform.outbox.ListenerOwned;
import org.pris.platform.outbox.Publishes;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The response to one incident. What a command leads to stands in {@link Transitions} and {@link
 * Edits}; here is what a case is, and what follows from it by itself.
 *
 * @param version counts commands of people: what the API compares
 * @param declared what establishments said, newest version of each declaration, without their text
 * @param tasks the progress that remediation tells
 */
@Publishes(Topics.CASES)
@Document("cases")
record Case(
    @Id UUID id,
    long lock,
    long revision,
    long version,
    String reference,
    boolean exercise,
    Opening opening,
    List<DeclaredFacts> declared,
    List<AffectedSite> affected,
    Course course,
    Assessment assessment,
    Care care,
    List<WatchedDeadline> deadlines,
    Team team,
    Access access,
    @ListenerOwned Progress tasks,
    Ranks ranks,
    Instant changedAt)
    implements Aggregate {

  CaseStatus status() {
    return course.status();
  }

  AffectedSite declaring() {
    return affected.getFirst();
  }

  /** Whether the declaration speaks of it. */
  boolean holds(UUID declaration) {
    return declared.stream().anyMatch(it -> it.id().equals(declaration));
  }

  /** Whether one of the affected establishments belongs to a legal entity of the other case. */
  boolean sharesLegalEntity(Case other) {
    return affected.stream()
        .anyMatch(mine ->
            other.affected.stream()
                .anyMatch(it ->
                    it.establishment().legalEntity().equals(mine.establishment().legalEntity())));
  }

  Case with(Opening newOpening) {
    return copy(newOpening, declared, affected, course, assessment, care, deadlines, team, access);
  }

  Case with(Course newCourse) {
    return copy(opening, declared, affected, newCourse, assessment, care, deadlines, team, access);
  }

  Case with(Assessment newAssessment) {
    return copy(opening, declared, affected, course, newAssessment, care, deadlines, team, access);
  }

  Case with(Care newCare) {
    return copy(opening, declared, affected, course, assessment, newCare, deadlines, team, access);
  }

  Case with(Team newTeam) {
    return copy(opening, declared, affected, course, assessment, care, deadlines, newTeam, access);
  }

  Case with(Access newAccess) {
    return copy(opening, declared, affected, course, assessment, care, deadlines, team, newAccess);
  }

  Case withDeclared(List<DeclaredFacts> facts) {
    return copy(opening, facts, affected, course, assessment, care, deadlines, team, access);
  }

  Case withDeadlines(List<WatchedDeadline> clocks) {
    return copy(opening, declared, affected, course, assessment, care, clocks, team, access);
  }

  /** Its people see the case from now on. */
  Case withAffected(List<AffectedSite> sites) {
    var seen =
        new Access(
            sites.stream().map(AffectedSite::site).toList(),
            access.restricted(),
            access.people(),
            access.establishmentSide(),
            access.establishmentPeople());
    return copy(opening, declared, sites, course, assessment, care, deadlines, team, seen);
  }

  /** What follows from the facts: the presumption, the clocks, the place in lists. */
  Case settled(Deadlines rules) {
    var presumed = with(Declarations.presumed(this));
    var watched = presumed.withDeadlines(rules.reviewed(presumed));
    return watched.with(Ranks.of(watched));
  }

  /** After a person's command that tells so many events. */
  Case decided(Instant at, int events) {
    return counted(at, version + 1, events);
  }

  /** After what nobody decided on this version: a complement, a merge's other end. */
  Case heard(Instant at, int events) {
    return counted(at, version, events);
  }

  /** What the declared facts let fear, and why. */
  SeverityProposal presumption() {
    return SeverityProposal.presumed(
        care,
        assessment.incidentType(),
        assessment.origin(),
        assessment.scope(),
        SeverityProposal.vitalServiceDown(this));
  }

  /** The whole public state, for every event. */
  CaseState state() {
    return new CaseState(
        id,
        revision,
        reference,
        course.status(),
        course.heldFrom(),
        affected.stream().map(AffectedSite::told).toList(),
        assessment.incidentType(),
        assessment.origin(),
        assessment.severity(),
        assessment.isQualified() ? null : assessment.presumed(),
        assessment.trend(),
        care,
        assessment.significant(),
        null,
        deadlines.stream().map(WatchedDeadline::deadline).toList(),
        team.lead(),
        team.people(),
        course.engagement(),
        course.mergedInto(),
        access,
        exercise,
        Tlp.AMBER,
        opening.openedAt(),
        changedAt);
  }

  /** The affected establishments that are somebody's own. */
  List<AffectedSite> affectedOf(Set<String> numbers) {
    return affected.stream().filter(it -> it.isOf(numbers)).toList();
  }

  private Case with(Ranks newRanks) {
    return new Case(
        id,
        lock,
        revision,
        version,
        reference,
        exercise,
        opening,
        declared,
        affected,
        course,
        assessment,
        care,
        deadlines,
        team,
        access,
        tasks,
        newRanks,
        changedAt);
  }

  private Case counted(Instant at, long newVersion, int events) {
    return new Case(
        id,
        lock,
        revision + events,
        newVersion,
        reference,
        exercise,
        opening,
        declared,
        affected,
        course,
        assessment,
        care,
        deadlines,
        team,
        access,
        tasks,
        ranks,
        at);
  }

  private Case copy(
      Opening newOpening,
      List<DeclaredFacts> newDeclared,
      List<AffectedSite> newAffected,
      Course newCourse,
      Assessment newAssessment,
      Care newCare,
      List<WatchedDeadline> newDeadlines,
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
        newCourse,
        newAssessment,
        newCare,
        newDeadlines,
        newTeam,
        newAccess,
        tasks,
        ranks,
        changedAt);
  }
}
