package org.pris.platform;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.MDC;
import org.springframework.kafka.listener.RecordInterceptor;

/** Gives a listener's log lines the id of the request that led to the record. */
final class CorrelatedRecords implements RecordInterceptor<Object, Object> {

  @Override
  public ConsumerRecord<Object, Object> intercept(
      ConsumerRecord<Object, Object> message, Consumer<Object, Object> consumer) {
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
  }
}
