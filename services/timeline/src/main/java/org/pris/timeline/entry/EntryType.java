package org.pris.timeline.entry;

import static org.pris.contracts.Audience.ESTABLISHMENT;
import static org.pris.contracts.Audience.RESPONDERS;
import static org.pris.contracts.TimelineEvent.EntryKind.ACTION;
import static org.pris.contracts.TimelineEvent.EntryKind.DECISION;
import static org.pris.contracts.TimelineEvent.EntryKind.FACT;
import static org.pris.contracts.TimelineEvent.EntryKind.MILESTONE;
import static org.pris.timeline.entry.SealedField.AUTHOR;
import static org.pris.timeline.entry.SealedField.DATA;
import static org.pris.timeline.entry.SealedField.TEXT;

import java.util.Map;
import java.util.Set;
import org.pris.contracts.Audience;
import org.pris.contracts.TimelineEvent.EntryKind;

/**
 * What a type of event is on the timeline, and what of it an establishment reads.
 *
 * <p>The list is by whole type, version included: a new shape, and a type never heard of, is for
 * responders alone until somebody has read it and added it here. Where a responder's reasons are
 * for colleagues, the establishment reads that it happened, not why.
 *
 * @param shared members that a reader of the establishment gets, where the audience lets it read
 */
public record EntryType(EntryKind kind, Audience audience, Set<SealedField> shared) {

  public static final String NOTE = "note.written.v1";
  public static final String REDACTION = "entry.redacted.v1";

  private static final EntryType UNKNOWN = responders(FACT);

  private static final Map<String, EntryType> TYPES =
      Map.ofEntries(
          Map.entry("declaration.submitted.v1", establishment(FACT, AUTHOR, TEXT, DATA)),
          Map.entry("declaration.complemented.v1", establishment(FACT, AUTHOR, TEXT, DATA)),
          // a case before any declaration begins with a responder's words
          Map.entry("case.opened.v1", establishment(MILESTONE, DATA)),
          Map.entry("case.taken.v1", establishment(MILESTONE, AUTHOR, DATA)),
          // data tells what was proposed beside what was chosen
          Map.entry("case.qualified.v1", establishment(DECISION, AUTHOR)),
          Map.entry("case.rejected.v1", establishment(DECISION, AUTHOR, DATA)),
          Map.entry("case.redirected.v1", establishment(DECISION, AUTHOR, TEXT, DATA)),
          Map.entry("case.engaged.v1", establishment(DECISION, AUTHOR, DATA)),
          Map.entry("case.advised.v1", establishment(DECISION, AUTHOR, TEXT, DATA)),
          Map.entry("case.escalated.v1", establishment(DECISION, AUTHOR, DATA)),
          Map.entry("case.monitored.v1", establishment(MILESTONE, AUTHOR, DATA)),
          Map.entry("case.disengaged.v1", establishment(DECISION, AUTHOR, DATA)),
          Map.entry("case.relapsed.v1", establishment(DECISION, AUTHOR, DATA)),
          Map.entry("case.reported.v1", establishment(MILESTONE, AUTHOR, DATA)),
          Map.entry("case.closed.v1", establishment(DECISION, AUTHOR, DATA)),
          Map.entry("case.held.v1", establishment(DECISION, AUTHOR, DATA)),
          Map.entry("case.hold-over.v1", responders(MILESTONE)),
          Map.entry("case.resumed.v1", establishment(MILESTONE, AUTHOR, DATA)),
          Map.entry("case.reopened.v1", establishment(DECISION, AUTHOR, DATA)),
          Map.entry("case.complemented.v1", responders(FACT)), // the declaration tells it itself
          Map.entry("case.care-changed.v1", establishment(FACT, AUTHOR, DATA)),
          Map.entry("case.deadline-changed.v1", establishment(MILESTONE, DATA)),
          // these name other cases, other establishments or who else is at work
          Map.entry("case.merged.v1", responders(DECISION)),
          Map.entry("case.absorbed.v1", responders(MILESTONE)),
          Map.entry("case.unmerged.v1", responders(DECISION)),
          Map.entry("case.assigned.v1", responders(ACTION)),
          Map.entry("case.affected.v1", responders(FACT)),
          Map.entry("case.access-changed.v1", responders(DECISION)),
          Map.entry("tasks.laid-out.v1", responders(MILESTONE)),
          // of a task for the establishment; the text is its title
          Map.entry("task.added.v1", establishment(ACTION, TEXT, DATA)),
          Map.entry("task.started.v1", establishment(ACTION, TEXT, DATA)),
          Map.entry("task.answered.v1", establishment(ACTION, AUTHOR, TEXT, DATA)),
          // these carry what responders wrote for themselves
          Map.entry("task.completed.v1", responders(ACTION)),
          Map.entry("task.blocked.v1", responders(FACT)),
          Map.entry("task.waived.v1", responders(DECISION)),
          Map.entry("task.reopened.v1", responders(ACTION)),
          Map.entry("task.assigned.v1", responders(ACTION)),
          Map.entry("task.due-changed.v1", responders(ACTION)),
          // kind and audience of a note are its author's
          Map.entry(NOTE, new EntryType(FACT, RESPONDERS, Set.of(AUTHOR, TEXT, DATA))),
          Map.entry(REDACTION, responders(DECISION)));

  public static EntryType of(String type) {
    return TYPES.getOrDefault(type, UNKNOWN);
  }

  /** Whether somebody decided what it is. */
  public static boolean isKnown(String type) {
    return TYPES.containsKey(type);
  }

  private static EntryType responders(EntryKind kind) {
    return new EntryType(kind, RESPONDERS, Set.of());
  }

  private static EntryType establishment(EntryKind kind, SealedField... shared) {
    return new EntryType(kind, ESTABLISHMENT, Set.of(shared));
  }
}
