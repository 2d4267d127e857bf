package org.pris.triage.listener;

import org.pris.contracts.Event;
import org.pris.contracts.TimelineEvent;
import org.pris.contracts.TimelineEvent.NoteWritten;
import org.pris.contracts.Topics;
import org.pris.platform.kafka.TypeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** A case on whose timeline somebody writes is a lively one. */
@Component
class TimelineListener {

  private final CaseProjection cases;

  TimelineListener(CaseProjection cases) {
    this.cases = cases;
  }

  @Bean
  static TypeFilter notes() {
    return TypeFilter.only(NoteWritten.class);
  }

  @KafkaListener(topics = Topics.TIMELINE, filter = "notes")
  void on(Event<TimelineEvent> event) {
    if (event.data() instanceof NoteWritten note) {
      cases.noted(note.caseId(), event.timestamp());
    }
  }
}
