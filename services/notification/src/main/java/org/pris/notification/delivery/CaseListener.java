package org.pris.notification.delivery;

import org.pris.contracts.CaseEvent;
import org.pris.contracts.Event;
import org.pris.contracts.TaskEvent;
import org.pris.contracts.TimelineEvent;
import org.pris.contracts.TimelineEvent.TimelineAnchored;
import org.pris.contracts.Topics;
import org.pris.platform.kafka.TypeFilter;
import org.springframework.context.annotation.Bean;
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

  @Bean
  static TypeFilter notifiable() {
    return TypeFilter.only(Whitelist.all());
  }

  @KafkaListener(topics = Topics.CASES, filter = "notifiable")
  void onCase(Event<CaseEvent> event) {
    NotifiableEvent.ofCase(event).ifPresent(notifications::tell);
  }

  @KafkaListener(topics = Topics.TASKS, filter = "notifiable")
  void onTask(Event<TaskEvent> event) {
    NotifiableEvent.ofTask(event).ifPresent(notifications::tell);
  }

  @KafkaListener(topics = Topics.TIMELINE, filter = "notifiable")
  void onTimeline(Event<TimelineEvent> event) {
    if (event.data() instanceof TimelineAnchored anchored) {
      anchors.tell(event, anchored);
    }
  }
}
