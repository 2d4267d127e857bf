package org.pris.platform;

import org.pris.contracts.Audience;
import org.pris.contracts.TimelineEvent;
import org.pris.contracts.TimelineEvent.EntryKind;
import org.pris.contracts.TimelineEvent.NoteWritten;
import org.pris.contracts.Tlp;

/** Stands in for events: a note of the timeline, told by its number. */
public final class WardEvent {

  private WardEvent() {}

  public static TimelineEvent of(Object number) {
    return new NoteWritten(
        Ids.of("case"),
        EntryKind.FACT,
        Audience.RESPONDERS,
        Tlp.AMBER,
        java.time.Instant.EPOCH,
        Long.valueOf(number.toString()));
  }
}
