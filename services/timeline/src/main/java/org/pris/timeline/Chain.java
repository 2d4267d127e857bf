package org.pris.timeline;

import java.time.Clock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Gives contents their place: the one way into a chain, for the topics and for people alike. */
@Component
class Chain {

  private final Entries entries;
  private final Heads heads;
  private final Clock clock;

  Chain(Entries entries, Heads heads, Clock clock) {
    this.entries = entries;
    this.heads = heads;
    this.clock = clock;
  }

  /** The entry of this content: the one it has, or a new one at the end. */
  Entry append(Content content) {
    while (true) {
      var caseId = content.line().caseId();
      var entry = entries.ofEvent(caseId, content.id()).orElse(null);
      if (entry == null) {
        entry = Entry.after(entries.last(caseId), content, clock.instant());
        try {
          entries.insert(entry);
        } catch (DuplicateKeyException _) {
          continue; // somebody took the place, or appended this very event: look again
        }
      }
      heads.refresh(entry);
      return entry;
    }
  }
}
