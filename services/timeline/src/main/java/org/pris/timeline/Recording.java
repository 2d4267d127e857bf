package org.pris.timeline;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.pris.contracts.Topics;
import org.pris.platform.outbox.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears every service, this one too: what a crash left half done is finished here. */
@Component
class Recording {

  private static final Logger LOG = LoggerFactory.getLogger(Recording.class);

  private final Contents contents;
  private final Redactions redactions;
  private final Chain chain;

  Recording(Contents contents, Redactions redactions, Chain chain) {
    this.contents = contents;
    this.redactions = redactions;
    this.chain = chain;
  }

  @KafkaListener(topics = {Topics.DECLARATIONS, Topics.CASES, Topics.TASKS, Topics.TIMELINE})
  void on(ConsumerRecord<String, String> message) {
    var event = Incoming.read(message.value());
    if (event.isOfACase()) {
      if (!EntryType.isKnown(event.type())) {
        LOG.info("A type without a rule is at {}-{}", message.topic(), message.offset());
      }
      record(event);
    }
  }

  private void record(Incoming event) {
    if (event.type().equals(EntryType.REDACTION)) {
      redactions.carryOut(event);
    }
    chain.append(contents.keep(Change.silent(event.content())));
  }
}
