package org.pris.platform.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.pris.contracts.Topics;
import org.pris.platform.Outage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.converter.RecordMessageConverter;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON by the listener's parameter type; what fails by its content goes to {@code .dlt} after three
 * tries, what an outage stops is tried until it is over. Publishing is the outbox's alone.
 */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@ConditionalOnClass(KafkaOperations.class)
class KafkaConfiguration {

  @Bean
  RecordMessageConverter jsonRecords(JsonMapper json, MeterRegistry meters) {
    return new EventMessageConverter(json, meters);
  }

  @Bean
  CorrelationInterceptor correlatedRecords() {
    return new CorrelationInterceptor();
  }

  @Bean
  CommonErrorHandler retryThenDeadLetter(
      KafkaOperations<Object, Object> kafka, MeterRegistry meters) {
    var deadLetter =
        new DeadLetterPublishingRecoverer(
            kafka,
            (failed, _) ->
                new TopicPartition(Topics.deadLetters(failed.topic()), failed.partition()));
    ConsumerRecordRecoverer counted =
        (failed, failure) -> {
          meters.counter("pris.events.dead", "topic", failed.topic()).increment();
          deadLetter.accept(failed, failure);
        };
    var handler = new DefaultErrorHandler(counted, new FixedBackOff(500, 2));
    handler.setClassifications(Map.of(), true); // none is put aside unasked, as the library would
    var patient = new ExponentialBackOff(200, 2); // without end
    patient.setMaxInterval(10_000);
    handler.setBackOffFunction(
        (failed, failure) -> Outage.isBehind(failure) || saysWhoMaySee(failed) ? patient : null);
    return handler;
  }

  /** Never put aside: its partition waits, for a restricted case must not stay open elsewhere. */
  private static boolean saysWhoMaySee(ConsumerRecord<?, ?> failed) {
    return failed.topic().equals(Topics.CASES)
        && failed.value() instanceof String text
        && text.contains("\"case.access-changed.v1\"");
  }

  /** Where ACLs are, they exist already: only the step that lays them out may make them. */
  @Bean
  KafkaAdmin.NewTopics topics(@Value("${pris.kafka.replication:1}") short replication) {
    return new KafkaAdmin.NewTopics(
        Topics.ALL.stream()
            .flatMap(it -> Stream.of(it, Topics.deadLetters(it)))
            .map(it ->
                TopicBuilder.name(it)
                    .partitions(Topics.PARTITIONS)
                    .replicas(replication)
                    .configs(Topics.settings(replication))
                    .build())
            .toArray(org.apache.kafka.clients.admin.NewTopic[]::new));
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
