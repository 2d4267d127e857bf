package org.pris.platform;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;

/** Time and the small things around the store. */
@AutoConfiguration
@EnableScheduling
class PlatformConfiguration {

  /** Milliseconds everywhere: what is stored reads back as it was. */
  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  @Bean
  JacksonModule sensibleInstants() {
    return new SimpleModule("pris").addDeserializer(Instant.class, new SensibleInstants());
  }

  @Bean
  SimpleAsyncTaskSchedulerCustomizer sweepFailures(MeterRegistry meters) {
    var handler =
        new ScheduledErrorHandler(meters); // at once: the counter is there before a failure
    return scheduler -> scheduler.setErrorHandler(handler);
  }

  /**
   * A field that stands there twice has one value for us and perhaps the other for somebody else.
   */
  @Bean
  JsonMapperBuilderCustomizer nothingTwice() {
    return json -> json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
  }

  /** An {@code Optional} that is absent is null, so that it differs from one that is null. */
  @Bean
  JsonMapperBuilderCustomizer absentIsNotNull() {
    return json -> json.enable(DeserializationFeature.USE_NULL_FOR_MISSING_REFERENCE_VALUES);
  }
}
