package org.pris.platform.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClient;
import org.pris.contracts.Topics;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.converter.RecordMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/** Events as JSON by the listener's parameter type, the topics, and whether Kafka answers. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@ConditionalOnClass(KafkaOperations.class)
@Import(ListenerConfiguration.class)
class KafkaConfiguration {

  @Bean
  RecordMessageConverter jsonRecords(JsonMapper json, MeterRegistry meters) {
    return new EventMessageConverter(json, meters);
  }

  /** Where ACLs are, they exist already: only the step that lays them out may make them. */
  @Bean
  KafkaAdmin.NewTopics topics(@Value("${pris.kafka.replication:1}") short replication) {
    return new KafkaAdmin.NewTopics(
        Topics.layout(replication).stream()
            .map(it ->
                TopicBuilder.name(it.name())
                    .partitions(it.partitions())
                    .replicas(replication)
                    .configs(it.settings())
                    .build())
            .toArray(org.apache.kafka.clients.admin.NewTopic[]::new));
  }

  @Bean
  @ConditionalOnBooleanProperty("pris.deadletters.measured")
  DeadLetterGauges deadLetterGauges(
      KafkaAdmin admin, ConsumerFactory<?, ?> consumers, JsonMapper json, Clock clock) {
    var decisions = new DeadLetterDecisions(consumers.getConfigurationProperties(), json);
    return new DeadLetterGauges(admin.getConfigurationProperties(), decisions, clock);
  }

  @Bean
  PartitionCountCheck partitions(KafkaAdmin admin) {
    return new PartitionCountCheck(admin);
  }

  @Bean
  KafkaHealthIndicator kafkaHealthIndicator(KafkaAdmin admin) {
    Map<String, Object> settings = new HashMap<>(admin.getConfigurationProperties());
    return new KafkaHealthIndicator(() -> AdminClient.create(settings));
  }
}
