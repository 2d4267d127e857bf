package org.pris.timeline.chain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access;
import org.pris.contracts.Access.View;
import org.pris.contracts.Audience;
import org.pris.contracts.Person;
import org.pris.contracts.Site;
import org.pris.platform.access.AccessRows.Seen;
import org.pris.timeline.entry.EntryType;
import org.pris.timeline.entry.SealedField;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.security.access.AccessDeniedException;

/**
 * What of a case's timeline a person reads.
 *
 * @param everything a responder's view; else only what is meant for establishments
 * @param establishments FINESS numbers whose own part the person reads beside the common one
 * @param since nothing that was recorded before, for the person's establishments joined the case
 *     then; null: one of them was there from the beginning
 */
public record ReadScope(boolean everything, Set<String> establishments, @Nullable Instant since) {

  /**
   * @throws AccessDeniedException where the person may see the case, but no line of its timeline
   */
  public static ReadScope of(Seen seen, Person person) {
    if (seen.as(View.RESPONDER)) {
      return new ReadScope(true, Set.of(), null);
    }
    if (seen.as(View.ESTABLISHMENT)) {
      var access = seen.row().access();
      return new ReadScope(false, own(access, person), since(access, person));
    }
    throw new AccessDeniedException("The timeline is the responders' and the establishment's");
  }

  /** Scopes a query: what is not the reader's is not even read. */
  void narrow(Criteria criteria) {
    if (!everything) {
      criteria.and("audience").is(Audience.ESTABLISHMENT);
      criteria.and("establishment").in(withCommonPart());
      if (since != null) {
        criteria.and("toldAt").gte(since);
      }
    }
  }

  public boolean reads(SealedField member, String type) {
    return everything || EntryType.of(type).shared().contains(member);
  }

  /** In MongoDB null stands for an absent field too: the part that is common to all. */
  private List<@Nullable String> withCommonPart() {
    var numbers = new java.util.ArrayList<@Nullable String>(establishments);
    numbers.add(null);
    return numbers;
  }

  /** The first that joined decides for all. */
  private static @Nullable Instant since(Access access, Person person) {
    var own = access.establishments().stream().filter(person::belongsTo).map(Site::since).toList();
    return own.stream().anyMatch(Objects::isNull)
        ? null
        : own.stream().min(Instant::compareTo).orElse(Instant.MAX);
  }

  /** The person's own, and the affected sites of a legal entity that is the person's own. */
  private static Set<String> own(Access access, Person person) {
    var own = new HashSet<>(person.establishments());
    access.establishments().stream()
        .filter(site -> person.establishments().contains(site.legalEntity()))
        .forEach(site -> own.add(site.finess()));
    return Set.copyOf(own);
  }
}
