package org.pris.timeline.recording;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.pris.contracts.Topics;
import org.pris.platform.access.AccessRows;
import org.pris.platform.outbox.Change;
import org.pris.timeline.chain.Chain;
import org.pris.timeline.chain.Contents;
import org.pris.timeline.entry.EntryType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears every service, this one too: what a crash left half done is finished here. */
@Component
class TimelineEventListener {

  private static final Logger LOG = LoggerFactory.getLogger(TimelineEventListener.class);

  private final AccessRows rows;
  private final Contents contents;
  private final Redactions redactions;
  private final Chain chain;

  TimelineEventListener(AccessRows rows, Contents contents, Redactions redactions, Chain chain) {
    this.rows = rows;
    this.contents = contents;
    this.redactions = redactions;
    this.chain = chain;
  }

  @KafkaListener(topics = {Topics.DECLARATIONS, Topics.CASES, Topics.TASKS, Topics.TIMELINE})
  void on(ConsumerRecord<String, String> message) {
    var event = ReceivedEvent.read(message.value());
    if (!Topics.mayCarry(message.topic(), event.type())) {
      throw new IllegalArgumentException("A type of another service's topic");
    }
    if (event.carriesTheCase()) {
      rows.keep(event.data().path("theCase"));
    }
    if (event.isOfACase()) {
      if (!EntryType.isKnown(event.type())) {
        LOG.info("A type without a rule is at {}-{}", message.topic(), message.offset());
      }
      record(event);
    }
  }

  private void record(ReceivedEvent event) {
    if (event.type().equals(EntryType.REDACTION)) {
      redactions.finish(event.id(), event.subject());
    } else {
      chain.append(contents.keep(Change.silent(event.content())));
    }
  }
}
