package org.pris.platform.outbox;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.KafkaOperations;
import tools.jackson.databind.json.JsonMapper;

/** What an aggregate publishes leaves its document through one relay. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@ConditionalOnClass(KafkaOperations.class)
class OutboxConfiguration {

  @Bean
  OutboxRelay outboxRelay(
      MongoOperations mongo,
      KafkaOperations<Object, Object> kafka,
      @Value("${pris.outbox.collections:}") List<String> collections,
      Clock clock) {
    return new OutboxRelay(mongo, kafka, collections, clock);
  }

  @Bean
  OutboxGauges outboxGauges(
      MongoOperations mongo,
      @Value("${pris.outbox.collections:}") List<String> collections,
      Clock clock) {
    return new OutboxGauges(mongo, collections, clock);
  }

  @Bean
  Outbox outbox(JsonMapper json, Clock clock) {
    return new Outbox(json, clock);
  }

  @Bean
  Aggregates aggregates(MongoOperations mongo, Outbox outbox, OutboxRelay relay, Clock clock) {
    return new Aggregates(mongo, outbox, relay, clock);
  }
}
