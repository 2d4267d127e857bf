package org.pris.notification.delivery;

import org.pris.contracts.CaseEvent;
import org.pris.contracts.Event;
import org.pris.contracts.TaskEvent;
import org.pris.contracts.TimelineEvent;
import org.pris.contracts.TimelineEvent.TimelineAnchored;
import org.pris.contracts.Topics;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** What happens to cases and to their tasks, and where their timelines stand. */
@Component
class CaseListener {

  private final Notifications notifications;
  private final AnchorNotifications anchors;

  CaseListener(Notifications notifications, AnchorNotifications anchors) {
    this.notifications = notifications;
    this.anchors = anchors;
  }

  @KafkaListener(topics = Topics.CASES)
  void onCase(Event<CaseEvent> event) {
    NotifiableEvent.ofCase(event).ifPresent(notifications::tell);
  }

  @KafkaListener(topics = Topics.TASKS)
  void onTask(Event<TaskEvent> event) {
    NotifiableEvent.ofTask(event).ifPresent(notifications::tell);
  }

  @KafkaListener(topics = Topics.TIMELINE)
  void onTimeline(Event<TimelineEvent> event) {
    if (event.data() instanceof TimelineAnchored anchored) {
      anchors.tell(event, anchored);
    }
  }
}
