package org.pris.platform.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.pris.platform.Cause;
import org.pris.platform.Outage;
import org.pris.platform.kafka.CorrelationInterceptor;
import org.pris.platform.kafka.TypeFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;

/** Sends entries to Kafka and takes out of their documents what Kafka acknowledged. */
final class OutboxPublisher {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxPublisher.class);

  private final KafkaOperations<Object, Object> kafka;
  private final PendingOutbox carriers;

  OutboxPublisher(KafkaOperations<Object, Object> kafka, PendingOutbox carriers) {
    this.kafka = kafka;
    this.carriers = carriers;
  }

  /** Sends the oldest entry of each document, then comes back for those that carry more. */
  void publish(String collection, List<Document> carrying) {
    var pending = carrying;
    while (!pending.isEmpty()) {
      var sent = new LinkedHashMap<Document, CompletableFuture<?>>();
      var away = send(pending, sent);
      var published = new ArrayList<Document>();
      var failures = new ArrayList<Throwable>();
      for (var one : sent.entrySet()) {
        // one that fails must not make those acknowledged beside it go out again
        one.getValue().handle((_, failure) -> failure == null || failures.add(failure)).join();
        if (!one.getValue().isCompletedExceptionally()) {
          published.add(one.getKey());
        }
      }
      carriers.takeOut(collection, published);
      if (!failures.isEmpty()) {
        OutboxFailure.log(
            LOG, failures.size() + " entries of " + collection + " wait", failures.getFirst());
      }
      if (away != null) {
        throw away;
      }
      pending = withMore(published);
    }
  }

  /**
   * An entry that is refused at once waits alone. Where there is no broker, the batch ends: each
   * further entry would wait as long for one. What is under way already is waited for.
   *
   * @param sent is filled with what is under way
   */
  private @Nullable RuntimeException send(
      List<Document> pending, Map<Document, CompletableFuture<?>> sent) {
    RuntimeException away = null;
    for (var one = pending.iterator(); one.hasNext() && away == null; ) {
      var document = one.next();
      try {
        sent.put(document, kafka.send(message(PendingOutbox.entries(document).getFirst())));
      } catch (RuntimeException refused) {
        if (Outage.isBehind(refused)) {
          away = refused;
        } else {
          sent.put(document, CompletableFuture.failedFuture(refused));
        }
      }
    }
    kafka.flush();
    return away;
  }

  private static List<Document> withMore(List<Document> published) {
    return published.stream()
        .filter(it -> PendingOutbox.entries(it).size() > 1)
        .map(it -> {
          var entries = PendingOutbox.entries(it);
          return PendingOutbox.carrier(PendingOutbox.id(it), entries.subList(1, entries.size()));
        })
        .toList();
  }

  private static ProducerRecord<Object, Object> message(Document entry) {
    var message =
        new ProducerRecord<Object, Object>(
            entry.getString("topic"), entry.getString("key"), entry.getString("json"));
    TypeFilter.onto(message, entry.getString("type"));
    CorrelationInterceptor.onto(message, entry.getString("correlation"));
    Cause.onto(message, PendingOutbox.id(entry));
    return message;
  }
}
