package org.pris.timeline.recording;

import java.util.List;
import java.util.UUID;
import org.pris.contracts.TimelineEvent.EntryRedacted;
import org.pris.platform.problem.NotFound;
import org.pris.platform.problem.Reason;
import org.pris.platform.problem.RuleViolation;
import org.pris.timeline.chain.Chain;
import org.pris.timeline.chain.Contents;
import org.pris.timeline.chain.Entries;
import org.pris.timeline.chain.RedactedFields;
import org.pris.timeline.entry.Content;
import org.pris.timeline.entry.Entry;
import org.pris.timeline.entry.EntryHeader;
import org.pris.timeline.entry.EntryType;
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
    if (redaction.members().contains(SealedField.DATA) && isRedaction(target)) {
      throw new RuleViolation(new Reason("redaction-stays", "seq", seq));
    }
    var known = contents.find(order.id());
    known.ifPresent(order::check);
    if (known.isEmpty() && !holdsAny(target, redaction.members())) {
      throw new RuleViolation(new Reason("already-redacted", "seq", seq));
    }
    var names = redaction.members().stream().map(SealedField::field).toList();
    var told = new EntryRedacted(order.caseId(), seq, names);
    var content = contents.keep(order.change(order.content(seq, redaction, names), told));
    order.check(content);
    return carryOut(content);
  }

  /**
   * Heard from this service's own topic: a repeat of what is done already, but after a crash. What
   * is removed follows from the order as this service keeps it, never from what a message says.
   *
   * @throws IllegalArgumentException where no such order is kept: the message is forged
   */
  void finish(UUID id, UUID caseId) {
    var order =
        contents
            .find(id)
            .filter(it -> it.line().type().equals(EntryType.REDACTION))
            .filter(it -> it.line().caseId().equals(caseId))
            .orElseThrow(() -> new IllegalArgumentException("A redaction that nobody ordered"));
    carryOut(order);
  }

  /** The line first: a member that is missing is always named by a line that is there. */
  private Entry carryOut(Content order) {
    var entry = chain.append(order);
    RedactedFields.of(order)
        .ifPresent(it ->
            entries
                .at(order.line().caseId(), it.seq())
                .ifPresent(target -> contents.remove(target.eventId(), it.fields())));
    return entry;
  }

  /** What it names must stay readable: without it, nobody could tell a redaction from a loss. */
  private static boolean isRedaction(Entry target) {
    return EntryHeader.read(target.head()).type().equals(EntryType.REDACTION);
  }

  private boolean holdsAny(Entry target, List<SealedField> members) {
    return contents.find(target.eventId()).filter(it -> it.hasAny(members)).isPresent();
  }
}
