package org.pris.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.CaseEvent;
import org.pris.contracts.CaseState;
import org.pris.contracts.Event;
import org.pris.contracts.Progress;
import org.pris.contracts.Severity;
import org.pris.contracts.TaskEvent;

/** An event that may be told, reduced to what is told of it. */
record Told(UUID eventId, String type, Instant at, CaseState theCase, @Nullable Progress progress) {

  static Optional<Told> ofCase(Event<CaseEvent> event) {
    var data = event.data();
    return data != null && Whitelist.admits(data)
        ? Optional.of(of(event, data, data.theCase(), null))
        : Optional.empty();
  }

  static Optional<Told> ofTask(Event<TaskEvent> event) {
    var data = event.data();
    return data != null && Whitelist.admits(data)
        ? Optional.of(of(event, data, data.theCase(), data.progress()))
        : Optional.empty();
  }

  private static Told of(
      Event<?> event, Object data, CaseState theCase, @Nullable Progress progress) {
    return new Told(event.id(), Whitelist.nameOf(data), event.timestamp(), theCase, progress);
  }

  /** Nothing was told of the case before. */
  boolean opensTheCase() {
    return theCase.revision() == 1 && progress == null;
  }

  /** A major incident or a crisis, presumed or decided: it does not wait a quarter of an hour. */
  boolean urgent() {
    var severity = theCase.severity() == null ? theCase.presumedSeverity() : theCase.severity();
    return severity != null && severity.atLeast(Severity.MAJOR);
  }
}
