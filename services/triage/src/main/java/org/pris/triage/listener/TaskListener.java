package org.pris.triage.listener;

import org.pris.contracts.Event;
import org.pris.contracts.TaskEvent;
import org.pris.contracts.Topics;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class TaskListener {

  private final CaseProjection incoming;

  TaskListener(CaseProjection incoming) {
    this.incoming = incoming;
  }

  @KafkaListener(topics = Topics.TASKS)
  void on(Event<TaskEvent> event) {
    var told = event.data();
    if (told != null) {
      incoming.progressed(event.subject(), told.progress());
    }
  }
}
