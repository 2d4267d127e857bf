package org.pris.notification.delivery;

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
record NotifiableEvent(
    UUID eventId, String type, Instant at, CaseState theCase, @Nullable Progress progress) {

  public static Optional<NotifiableEvent> ofCase(Event<CaseEvent> event) {
    var data = event.data();
    return data != null && Whitelist.admits(data)
        ? Optional.of(of(event, data, data.theCase(), null))
        : Optional.empty();
  }

  public static Optional<NotifiableEvent> ofTask(Event<TaskEvent> event) {
    var data = event.data();
    return data != null && Whitelist.admits(data)
        ? Optional.of(of(event, data, data.theCase(), data.progress()))
        : Optional.empty();
  }

  private static NotifiableEvent of(
      Event<?> event, Object data, CaseState theCase, @Nullable Progress progress) {
    return new NotifiableEvent(
        event.id(), Whitelist.nameOf(data), event.timestamp(), theCase, progress);
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
