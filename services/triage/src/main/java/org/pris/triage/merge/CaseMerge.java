package org.pris.triage.merge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pris.contracts.Access;
import org.pris.triage.AffectedSite;
import org.pris.triage.Case;
import org.pris.triage.Declarations;
import org.pris.triage.Lifecycle;
import org.pris.triage.MergedPart;
import org.pris.triage.MergedPart.Brought;
import org.pris.triage.deadline.CaseDeadline;
import org.pris.triage.deadline.Deadlines;
import org.pris.triage.lifecycle.MergeRules;

/** What a case takes in with another, and gives back when the two are parted; pure. */
public final class CaseMerge {

  private CaseMerge() {}

  /** The target with what the source brings. */
  static Case taken(Case target, Case source, Instant now, Deadlines rules) {
    var absorbed = MergedPart.of(source, target);
    return target
        .withAffected(joined(target, source, now))
        .with(target.team().joined(source.team()))
        .with(target.lifecycle().absorbing(absorbed))
        .withDeclared(Declarations.joined(target.declared(), source.declared()))
        .withDeadlines(Deadlines.joined(target.deadlines(), absorbed.clocks()))
        .recalculated(rules);
  }

  /** Establishments that come along read nothing that the target recorded before. */
  private static List<AffectedSite> joined(Case target, Case source, Instant now) {
    return MergeRules.sites(target, source).stream()
        .map(it -> target.affected().contains(it) ? it : it.joined(now))
        .toList();
  }

  /**
   * The source with what the target learnt in its place: newer declarations, and what was said of
   * the clocks of its establishments.
   */
  static Case taught(Case source, Case target) {
    var absorbed = absorbed(target, source.id());
    if (absorbed.isEmpty()) {
      return source;
    }
    var taught = source;
    for (var facts : target.declared()) {
      if (source.holds(facts.id()) && !Declarations.knows(taught, facts)) {
        var known = target.assessment().breachKnownAt();
        taught = Declarations.learnt(taught, facts, known == null ? facts.submittedAt() : known);
      }
    }
    var said =
        target.deadlines().stream()
            .filter(CaseDeadline::isDecided)
            .filter(it -> absorbed.get().added(it.deadline().establishment()))
            .toList();
    return taught.withDeadlines(Deadlines.replaced(taught.deadlines(), said));
  }

  /** The target without what this source alone brought. */
  static Case givenBack(Case target, UUID source, Deadlines rules) {
    var gone = absorbed(target, source).orElseThrow();
    var lifecycle = target.lifecycle().releasing(source);
    var clocks = target.deadlines().stream().map(it -> gone.said(it) ? it.unsaid() : it).toList();
    for (var other : lifecycle.absorbed()) {
      clocks = Deadlines.joined(clocks, other.clocks());
    }
    var sites =
        target.affected().stream().flatMap(it -> kept(it, gone, lifecycle).stream()).toList();
    return Declarations.without(target, gone.declarations())
        .with(lifecycle)
        .withAffected(sites)
        .withDeadlines(clocks)
        .recalculated(rules);
  }

  /** What others brought too stays, as they knew it. */
  private static Optional<AffectedSite> kept(AffectedSite site, MergedPart gone, Lifecycle left) {
    if (!gone.added(site.finess())) {
      return Optional.of(site);
    }
    return left.absorbed().stream()
        .flatMap(it -> it.site(site.finess()).stream())
        .findFirst()
        .map((Brought it) -> site.as(it));
  }

  /** The source, seen by those who see what it is merged into. */
  public static Case seenAs(Case target, Case source) {
    var as = target.access();
    return source.lifecycle().goesWith(target.id())
        ? source.with(
            new Access(
                source.access().establishments(),
                as.restricted(),
                as.people(),
                as.establishmentSide(),
                as.establishmentPeople()))
        : source;
  }

  static boolean has(Case target, UUID source) {
    return absorbed(target, source).isPresent();
  }

  private static Optional<MergedPart> absorbed(Case target, UUID source) {
    return target.lifecycle().absorbed().stream().filter(it -> it.id().equals(source)).findFirst();
  }
}
