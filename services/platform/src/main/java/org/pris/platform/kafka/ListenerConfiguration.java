package org.pris.platform.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.apache.kafka.common.TopicPartition;
import org.pris.contracts.Topics;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.CompositeRecordInterceptor;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.RecordInterceptor;

/** How listeners fail, wait and go on, and that nobody is deaf for long. */
@Configuration(proxyBeanMethods = false)
class ListenerConfiguration {

  @Bean
  WaitingPartitions waitingPartitions() {
    return new WaitingPartitions();
  }

  @Bean
  LastPolls lastPolls(WaitingPartitions waiting) {
    return new LastPolls(waiting);
  }

  /** The last one's traces are the ones that count: it runs when the others are done. */
  @Bean
  RecordInterceptor<Object, Object> recordInterceptor(WaitingPartitions waiting, LastPolls polls) {
    return new CompositeRecordInterceptor<>(new CorrelationInterceptor(), waiting, polls);
  }

  @Bean
  CommonErrorHandler partitionErrorHandler(
      WaitingPartitions waiting, KafkaOperations<Object, Object> kafka, MeterRegistry meters) {
    var deadLetters =
        new DeadLetterPublishingRecoverer(
            kafka,
            (failed, _) ->
                new TopicPartition(Topics.deadLetters(failed.topic()), failed.partition()));
    return new PartitionErrorHandler(waiting, deadLetters, meters);
  }

  @Bean
  ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>>
      errorsAsFailures() {
    return container -> container.getContainerProperties().setAdviceChain(new ListenerErrors());
  }

  @Bean
  DefaultKafkaConsumerFactoryCustomizer pollsNoted(LastPolls polls) {
    return factory -> note(factory, polls);
  }

  @SuppressWarnings("unchecked") // it looks at no key and no value
  private static void note(DefaultKafkaConsumerFactory<?, ?> factory, LastPolls polls) {
    ((DefaultKafkaConsumerFactory<Object, Object>) factory).addListener(polls);
  }

  @Bean
  DeafListeners deafListeners(
      KafkaListenerEndpointRegistry containers,
      LastPolls polls,
      ObjectProvider<TopicTail<?>> tails,
      @Value("${pris.listener.silent-at-most}") Duration atMost) {
    return new DeafListeners(containers, polls, tails.orderedStream().toList(), atMost);
  }

  @Bean
  ListenerWatch listenerWatch(
      DeafListeners deaf,
      ApplicationContext service,
      @Value("${pris.listener.watched-every}") Duration every,
      @Value("${pris.listener.exit}") boolean exit) {
    return new ListenerWatch(deaf, service, every, exit ? new ProcessExit() : () -> {});
  }

  @Bean
  MeterBinder listenerGauges(WaitingPartitions waiting, DeafListeners listeners) {
    return meters -> {
      Gauge.builder("pris.listener.waiting.partitions", waiting, WaitingPartitions::count)
          .description("Partitions of topics whose next record fails and is tried again")
          .register(meters);
      Gauge.builder("pris.listener.last.poll.seconds", listeners, it -> it.longest().toSeconds())
          .description("Since the last poll of the reader that has not polled for longest")
          .register(meters);
    };
  }
}
