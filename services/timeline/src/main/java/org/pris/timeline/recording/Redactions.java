package org.pris.timeline.recording;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.pris.contracts.TimelineEvent.EntryRedacted;
import org.pris.platform.problem.NotFound;
import org.pris.platform.problem.Reason;
import org.pris.platform.problem.RuleViolation;
import org.pris.timeline.chain.Chain;
import org.pris.timeline.chain.Contents;
import org.pris.timeline.chain.Entries;
import org.pris.timeline.entry.Entry;
import org.pris.timeline.entry.SealedField;
import org.springframework.stereotype.Component;

/**
 * Removes members for good. The order is kept before it is carried out, and its event comes back to
 * this service: so what a crash interrupts is finished, and nothing is removed without a line that
 * says so.
 */
@Component
public class Redactions {

  private final Contents contents;
  private final Entries entries;
  private final Chain chain;

  Redactions(Contents contents, Entries entries, Chain chain) {
    this.contents = contents;
    this.entries = entries;
    this.chain = chain;
  }

  /** The line that says which members were removed, why and by whom. */
  public Entry order(AuthoredEntry order, long seq, Redaction redaction) {
    var target = entries.at(order.caseId(), seq).orElseThrow(NotFound::new);
    var known = contents.find(order.id());
    known.ifPresent(order::check);
    if (known.isEmpty() && !holdsAny(target, redaction.members())) {
      throw new RuleViolation(new Reason("already-redacted", "seq", seq));
    }
    var names = redaction.members().stream().map(SealedField::field).toList();
    var told = new EntryRedacted(order.caseId(), seq, names);
    var content = contents.keep(order.change(order.content(seq, redaction, names), told));
    order.check(content);
    contents.remove(target.eventId(), redaction.members());
    return chain.append(content);
  }

  /** Heard from this service's own topic: a repeat of what is done already, but after a crash. */
  void carryOut(ReceivedEvent event) {
    var seq = event.data().path("seq").longValue(0);
    var members = EnumSet.noneOf(SealedField.class);
    for (var name : event.data().path("members")) {
      Arrays.stream(SealedField.values())
          .filter(it -> it.field().equals(name.stringValue("")))
          .forEach(members::add);
    }
    entries
        .at(event.subject(), seq)
        .ifPresent(target -> contents.remove(target.eventId(), members));
  }

  private boolean holdsAny(Entry target, List<SealedField> members) {
    return contents.find(target.eventId()).filter(it -> it.hasAny(members)).isPresent();
  }
}
