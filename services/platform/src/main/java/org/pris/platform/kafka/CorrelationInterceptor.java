package org.pris.platform.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.pris.platform.Cause;
import org.pris.platform.Correlation;
import org.slf4j.MDC;
import org.springframework.kafka.listener.RecordInterceptor;

/**
 * Gives a record the id of the request that led to it, a listener's log lines the id of its record,
 * and what it tells the event that caused it.
 */
public final class CorrelationInterceptor implements RecordInterceptor<Object, Object> {

  @Override
  public ConsumerRecord<Object, Object> intercept(
      ConsumerRecord<Object, Object> message, Consumer<Object, Object> consumer) {
    Cause.begin(message);
    var header = message.headers().lastHeader(Correlation.HEADER);
    if (header != null) {
      MDC.put(Correlation.KEY, new String(header.value(), StandardCharsets.UTF_8));
    }
    return message;
  }

  @Override
  public void afterRecord(
      ConsumerRecord<Object, Object> message, Consumer<Object, Object> consumer) {
    MDC.remove(Correlation.KEY);
    Cause.end();
  }

  /** Here and not beside the filter, which also runs where there is no Kafka. */
  public static void onto(ProducerRecord<?, ?> message, @Nullable String id) {
    if (id != null) {
      message.headers().add(Correlation.HEADER, id.getBytes(StandardCharsets.UTF_8));
    }
  }
}
