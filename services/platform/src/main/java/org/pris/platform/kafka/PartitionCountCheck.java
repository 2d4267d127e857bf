package org.pris.platform.kafka;

import org.pris.contracts.Topics;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.kafka.core.KafkaAdmin;

/** Refuses to start on topics with another count of partitions: the order of a case would break. */
final class PartitionCountCheck implements SmartInitializingSingleton {

  private final KafkaAdmin admin;

  PartitionCountCheck(KafkaAdmin admin) {
    this.admin = admin;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (!admin.initialize()) {
      throw new IllegalStateException("Kafka does not answer: its topics cannot be checked");
    }
    admin
        .describeTopics(Topics.ALL.toArray(String[]::new))
        .forEach((name, topic) -> {
          if (topic.partitions().size() != Topics.PARTITIONS) {
            throw new IllegalStateException(
                "%s has %d partitions, %d are needed"
                    .formatted(name, topic.partitions().size(), Topics.PARTITIONS));
          }
        });
  }
}
