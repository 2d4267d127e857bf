package org.pris.timeline.chain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access;
import org.pris.contracts.Access.View;
import org.pris.contracts.Audience;
import org.pris.contracts.Person;
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
 */
public record ReadScope(boolean everything, Set<String> establishments) {

  /**
   * @throws AccessDeniedException where the person may see the case, but no line of its timeline
   */
  public static ReadScope of(Seen seen, Person person) {
    if (seen.as(View.RESPONDER)) {
      return new ReadScope(true, Set.of());
    }
    if (seen.as(View.ESTABLISHMENT)) {
      return new ReadScope(false, own(seen.row().access(), person));
    }
    throw new AccessDeniedException("The timeline is the responders' and the establishment's");
  }

  /** Scopes a query: what is not the reader's is not even read. */
  void narrow(Criteria criteria) {
    if (!everything) {
      criteria.and("audience").is(Audience.ESTABLISHMENT);
      criteria.and("establishment").in(withCommonPart());
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

  /** The person's own, and the affected sites of a legal entity that is the person's own. */
  private static Set<String> own(Access access, Person person) {
    var own = new HashSet<>(person.establishments());
    access.establishments().stream()
        .filter(site -> person.establishments().contains(site.legalEntity()))
        .forEach(site -> own.add(site.finess()));
    return Set.copyOf(own);
  }
}
