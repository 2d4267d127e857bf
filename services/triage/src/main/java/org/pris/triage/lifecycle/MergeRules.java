package org.pris.triage.lifecycle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.pris.contracts.Access;
import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.CaseStatus;
import org.pris.platform.problem.Reason;
import org.pris.triage.AffectedSite;
import org.pris.triage.Case;
import org.pris.triage.command.CaseCommand.Merge;

/** When one case may be taken into another, and parted from it again; pure. */
public final class MergeRules {

  private static final int MOST_ABSORBED = 20;

  private MergeRules() {}

  /** Why a merge cannot be. */
  public static List<Reason> refusals(TransitionAttempt attempt) {
    if (!(attempt.command() instanceof Merge merge)) {
      return List.of();
    }
    var source = attempt.theCase();
    var target = Objects.requireNonNull(attempt.target(), "the target is looked up first");
    return Stream.of(
            CaseRule.one(target.id().equals(source.id()), new Reason("MERGE_INTO_ITSELF")),
            CaseRule.one(!sharesLegalEntity(target, source), new Reason("OTHER_LEGAL_ENTITY")),
            unconfirmed(target, source, merge),
            refusal(target, source))
        .flatMap(List::stream)
        .toList();
  }

  /** Each establishment will read what is recorded of both from then on: somebody says so. */
  private static List<Reason> unconfirmed(Case target, Case source, Merge merge) {
    var own = target.affected().stream().map(AffectedSite::finess).toList();
    var brought = source.affected().stream().map(AffectedSite::finess).toList();
    var alone =
        Stream.concat(
                own.stream().filter(it -> !brought.contains(it)),
                brought.stream().filter(it -> !own.contains(it)))
            .toList();
    return CaseRule.one(
        !alone.isEmpty() && !Boolean.TRUE.equals(merge.confirmed()),
        new Reason("ESTABLISHMENTS_DIFFER", "establishments", alone));
  }

  /** A chain is undone from its end, else what came along it would be left there. */
  public static List<Reason> partingRefusals(TransitionAttempt attempt) {
    var target = attempt.target();
    if (target == null) {
      return List.of();
    }
    return target.lifecycle().merging() != null
        ? List.of(new Reason("TARGET_MERGE_UNDER_WAY"))
        : CaseRule.one(
            target.status() == CaseStatus.MERGED,
            new Reason("TARGET_NOT_OPEN", "status", target.status()));
  }

  /** Why a case does not take in the other now. */
  public static List<Reason> refusal(Case target, Case source) {
    var reasons = new ArrayList<Reason>();
    if (!target.status().isOpen()) {
      reasons.add(new Reason("TARGET_NOT_OPEN", "status", target.status()));
    }
    if (target.lifecycle().merging() != null) {
      reasons.add(new Reason("TARGET_MERGE_UNDER_WAY"));
    }
    if (target.lifecycle().absorbed().size() >= MOST_ABSORBED) {
      reasons.add(new Reason("TARGET_ABSORBED_TOO_MANY", "most", MOST_ABSORBED));
    }
    if (target.exercise() != source.exercise()) {
      reasons.add(new Reason("EXERCISE_DIFFERS")); // a real incident would go unseen
    }
    if (!sameReaders(target.access(), source.access())) {
      reasons.add(new Reason("ACCESS_DIFFERS"));
    }
    if (sites(target, source).size() > AffectedSite.MOST) {
      reasons.add(new Reason("TOO_MANY_AFFECTED", "most", AffectedSite.MOST));
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

  /** What the two touch together. */
  public static List<AffectedSite> sites(Case target, Case source) {
    var known = target.affected().stream().map(AffectedSite::finess).toList();
    return Stream.concat(
            target.affected().stream(),
            source.affected().stream().filter(it -> !known.contains(it.finess())))
        .toList();
  }

  /** Whether one of the affected establishments belongs to a legal entity of the other case. */
  private static boolean sharesLegalEntity(Case one, Case other) {
    return one.affected().stream()
        .anyMatch(mine ->
            other.affected().stream()
                .anyMatch(it ->
                    it.establishment().legalEntity().equals(mine.establishment().legalEntity())));
  }
}
