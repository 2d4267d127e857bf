package org.pris.notification.delivery;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.CaseEvent;
import org.pris.contracts.Deadline;
import org.pris.contracts.TaskEvent;
import org.pris.contracts.TimelineEvent;
import org.pris.platform.kafka.TypeFilter;

/**
 * The types of events that may be told. A type that stands nowhere here is never sent: who is
 * assigned, who may see a case, what an establishment answered.
 */
final class Whitelist {

  /** The only legal clock that the agency sees: the declaration to CERT Santé. */
  private static final String CERT_SANTE = "CSP_L1111_8_2";

  public static final Set<Class<?>> TYPES =
      Set.of(
          CaseEvent.CaseOpened.class,
          CaseEvent.CaseTaken.class,
          CaseEvent.CaseQualified.class,
          CaseEvent.CaseRejected.class,
          CaseEvent.CaseMerged.class,
          CaseEvent.CaseAbsorbed.class,
          CaseEvent.CaseUnmerged.class,
          CaseEvent.CaseRedirected.class,
          CaseEvent.CaseEngaged.class,
          CaseEvent.CaseAdvised.class,
          CaseEvent.CaseEscalated.class,
          CaseEvent.CaseMonitored.class,
          CaseEvent.CaseDisengaged.class,
          CaseEvent.CaseRelapsed.class,
          CaseEvent.CaseReported.class,
          CaseEvent.CaseClosed.class,
          CaseEvent.CaseHeld.class,
          CaseEvent.CaseResumed.class,
          CaseEvent.CaseReopened.class,
          CaseEvent.CaseCareChanged.class,
          CaseEvent.CaseComplemented.class,
          CaseEvent.CaseAffected.class,
          CaseEvent.CaseDeadlineChanged.class,
          TaskEvent.TasksLaidOut.class,
          TaskEvent.TaskCompleted.class,
          TaskEvent.TaskWaived.class,
          TaskEvent.TaskReopened.class);

  /** Of timelines only where they stand: told of a case to who was told of the case before. */
  public static final Set<Class<?>> OF_TIMELINES = Set.of(TimelineEvent.TimelineAnchored.class);

  private Whitelist() {}

  static Set<Class<?>> all() {
    return Stream.concat(TYPES.stream(), OF_TIMELINES.stream()).collect(toUnmodifiableSet());
  }

  public static boolean admits(@Nullable Object event) {
    return event != null
        && TYPES.contains(event.getClass())
        && (!(event instanceof CaseEvent.CaseDeadlineChanged it) || shows(it.deadline()));
  }

  /** Whether a delivery of this type tells where a timeline stands. */
  static boolean isAnchor(String type) {
    return OF_TIMELINES.stream().anyMatch(it -> TypeFilter.nameOf(it).equals(type));
  }

  static boolean shows(Deadline deadline) {
    return deadline.regime().equals(CERT_SANTE);
  }

  /** As it travels: {@code case.qualified.v1}. */
  static String nameOf(Object event) {
    return TypeFilter.nameOf(event.getClass());
  }
}
