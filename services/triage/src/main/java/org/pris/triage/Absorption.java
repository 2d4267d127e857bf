package org.pris.triage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pris.contracts.Access;
import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.CaseStatus;
import org.pris.platform.problem.Reason;
import org.pris.triage.Absorbed.Brought;
import org.pris.triage.CaseCommand.Merge;

/** What a case takes in with another, and gives back when the two are parted; pure. */
final class Absorption {

  private static final int MOST_ABSORBED = 20;

  private Absorption() {}

  /** Why a merge cannot be. */
  static List<Reason> refusals(Attempt attempt) {
    if (!(attempt.command() instanceof Merge)) {
      return List.of();
    }
    var source = attempt.theCase();
    var target = Objects.requireNonNull(attempt.target(), "the target is looked up first");
    return Stream.of(
            CaseRule.one(target.id().equals(source.id()), new Reason("MERGE_INTO_ITSELF")),
            CaseRule.one(!target.sharesLegalEntity(source), new Reason("OTHER_LEGAL_ENTITY")),
            refusal(target, source))
        .flatMap(List::stream)
        .toList();
  }

  /** A chain is undone from its end, else what came along it would be left there. */
  static List<Reason> partingRefusals(Attempt attempt) {
    var target = attempt.target();
    if (target == null) {
      return List.of();
    }
    return target.course().merging() != null
        ? List.of(new Reason("TARGET_MERGE_UNDER_WAY"))
        : CaseRule.one(
            target.status() == CaseStatus.MERGED,
            new Reason("TARGET_NOT_OPEN", "status", target.status()));
  }

  /** Why a case does not take in the other now. */
  static List<Reason> refusal(Case target, Case source) {
    var reasons = new ArrayList<Reason>();
    if (!target.status().isOpen()) {
      reasons.add(new Reason("TARGET_NOT_OPEN", "status", target.status()));
    }
    if (target.course().merging() != null) {
      reasons.add(new Reason("TARGET_MERGE_UNDER_WAY"));
    }
    if (target.course().absorbed().size() >= MOST_ABSORBED) {
      reasons.add(new Reason("TARGET_ABSORBED_TOO_MANY", "most", MOST_ABSORBED));
    }
    if (!sameReaders(target.access(), source.access())) {
      reasons.add(new Reason("ACCESS_DIFFERS"));
    }
    if (sites(target, source).size() > Edits.MOST_AFFECTED) {
      reasons.add(new Reason("TOO_MANY_AFFECTED", "most", Edits.MOST_AFFECTED));
    }
    return reasons;
  }

  /** A merge shows neither case to anybody who was kept out of the other. */
  private static boolean sameReaders(Access one, Access other) {
    return one.restricted() == other.restricted()
        && (!one.restricted() || same(one.people(), other.people()))
        && one.establishmentSide() == other.establishmentSide()
        && (one.establishmentSide() != EstablishmentSide.NAMED
            || same(one.establishmentPeople(), other.establishmentPeople()));
  }

  private static boolean same(List<String> some, List<String> others) {
    return new HashSet<>(some).equals(new HashSet<>(others));
  }

  private static List<AffectedSite> sites(Case target, Case source) {
    var known = target.affected().stream().map(AffectedSite::finess).toList();
    return Stream.concat(
            target.affected().stream(),
            source.affected().stream().filter(it -> !known.contains(it.finess())))
        .toList();
  }

  /** The target with what the source brings. */
  static Case taken(Case target, Case source, Deadlines rules) {
    var absorbed = Absorbed.of(source, target);
    return target
        .withAffected(sites(target, source))
        .with(target.course().absorbing(absorbed))
        .withDeclared(Declarations.joined(target.declared(), source.declared()))
        .withDeadlines(Deadlines.joined(target.deadlines(), absorbed.clocks()))
        .settled(rules);
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
            .filter(WatchedDeadline::isDecided)
            .filter(it -> absorbed.get().added(it.deadline().establishment()))
            .toList();
    return taught.withDeadlines(Deadlines.replaced(taught.deadlines(), said));
  }

  /** The target without what this source alone brought. */
  static Case givenBack(Case target, UUID source, Deadlines rules) {
    var gone = absorbed(target, source).orElseThrow();
    var course = target.course().releasing(source);
    var clocks = target.deadlines().stream().map(it -> gone.said(it) ? it.unsaid() : it).toList();
    for (var other : course.absorbed()) {
      clocks = Deadlines.joined(clocks, other.clocks());
    }
    var sites = target.affected().stream().flatMap(it -> kept(it, gone, course).stream()).toList();
    return Declarations.without(target, gone.declarations())
        .with(course)
        .withAffected(sites)
        .withDeadlines(clocks)
        .settled(rules);
  }

  /** What others brought too stays, as they knew it. */
  private static Optional<AffectedSite> kept(AffectedSite site, Absorbed gone, Course left) {
    if (!gone.added(site.finess())) {
      return Optional.of(site);
    }
    return left.absorbed().stream()
        .flatMap(it -> it.site(site.finess()).stream())
        .findFirst()
        .map((Brought it) -> site.as(it));
  }

  /** The source, seen by those who see what it is merged into. */
  static Case seenAs(Case target, Case source) {
    var as = target.access();
    return source.course().goesWith(target.id())
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

  private static Optional<Absorbed> absorbed(Case target, UUID source) {
    return target.course().absorbed().stream().filter(it -> it.id().equals(source)).findFirst();
  }
}
