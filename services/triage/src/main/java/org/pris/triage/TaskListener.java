package org.pris.triage;

import org.pris.contracts.Event;
import org.pris.contracts.TaskEvent;
import org.pris.contracts.Topics;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class TaskListener {

  private final Triage triage;

  TaskListener(Triage triage) {
    this.triage = triage;
  }

  @KafkaListener(topics = Topics.TASKS)
  void on(Event<TaskEvent> event) {
    var told = event.data();
    if (told != null) {
      triage.progressed(event.subject(), told.progress());
    }
  }
}
