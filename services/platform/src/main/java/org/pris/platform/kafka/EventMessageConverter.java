package org.pris.platform.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.lang.reflect.Type;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.converter.StringJacksonJsonMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a record by its listener's parameter type. What this build does not know is counted and
 * logged with its place, so that it can be found once a newer build does.
 */
final class EventMessageConverter extends StringJacksonJsonMessageConverter {

  private static final Logger LOG = LoggerFactory.getLogger(EventMessageConverter.class);

  private final MeterRegistry meters;

  EventMessageConverter(JsonMapper json, MeterRegistry meters) {
    super(json);
    this.meters = meters;
  }

  @Override
  protected Object extractAndConvertValue(ConsumerRecord<?, ?> message, @Nullable Type type) {
    var value = super.extractAndConvertValue(message, type);
    if (value instanceof Event<?> event && event.data() == null) {
      meters.counter("pris.events.unknown", "topic", message.topic()).increment();
      LOG.info(
          "An event of a type unknown here: {}-{}@{}",
          message.topic(),
          message.partition(),
          message.offset());
    }
    return value;
  }
}
