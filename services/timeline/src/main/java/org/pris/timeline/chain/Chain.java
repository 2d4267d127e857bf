package org.pris.timeline.chain;

import java.time.Clock;
import java.util.Optional;
import org.pris.timeline.entry.Content;
import org.pris.timeline.entry.Entry;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Gives contents their place: the one way into a chain, for the topics and for people alike. */
@Component
public class Chain {

  private final Entries entries;
  private final ChainTips heads;
  private final Clock clock;

  Chain(Entries entries, ChainTips heads, Clock clock) {
    this.entries = entries;
    this.heads = heads;
    this.clock = clock;
  }

  /**
   * The entry of this content: the one it has, or a new one at the end. That it has none is tried
   * first, for the entries refuse a second one of an event; but not of what was redacted, which had
   * its entry before.
   */
  public Entry append(Content content) {
    var entry = content.isWhole() ? inserted(content) : Optional.<Entry>empty();
    while (entry.isEmpty()) {
      entry =
          entries
              .ofEvent(content.line().caseId(), content.id())
              .or(() -> inserted(content)); // somebody took the place: look again
    }
    heads.refresh(entry.get());
    return entry.get();
  }

  /** Empty where somebody took the place, or this very event has its entry. */
  private Optional<Entry> inserted(Content content) {
    var entry = Entry.after(entries.last(content.line().caseId()), content, clock.instant());
    try {
      entries.insert(entry);
      return Optional.of(entry);
    } catch (DuplicateKeyException _) {
      return Optional.empty();
    }
  }
}
