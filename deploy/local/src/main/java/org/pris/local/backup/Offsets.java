package org.pris.local.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Where topics begin and end, and how far each group of consumers has come. */
final class Offsets {

  private static final String DEAD_LETTERS = ".dlt";

  /** Heard again for good measure: no consumer minds. */
  private static final Duration MARGIN = Duration.ofHours(1);

  private final Admin admin;

  Offsets(Admin admin) {
    this.admin = admin;
  }

  String cluster() throws ExecutionException, InterruptedException {
    return admin.describeCluster().clusterId().get();
  }

  Set<TopicPartition> partitions() throws ExecutionException, InterruptedException {
    var names =
        admin.listTopics().names().get().stream().filter(it -> it.startsWith("pris.")).toList();
    var partitions = new HashSet<TopicPartition>();
    admin
        .describeTopics(names)
        .allTopicNames()
        .get()
        .forEach((name, topic) ->
            topic
                .partitions()
                .forEach(it -> partitions.add(new TopicPartition(name, it.partition()))));
    return partitions;
  }

  Map<TopicPartition, Long> ends(Set<TopicPartition> partitions)
      throws ExecutionException, InterruptedException {
    return at(partitions, OffsetSpec.latest());
  }

  /**
   * From where on a partition has to be kept: the first event that a group has not done with, and
   * an hour at least. Dead letters are kept whole.
   */
  Map<TopicPartition, Long> unheard(Set<TopicPartition> partitions)
      throws ExecutionException, InterruptedException {
    var from = new HashMap<>(at(partitions, OffsetSpec.earliest()));
    var beginnings = Map.copyOf(from);
    var recent =
        at(partitions, OffsetSpec.forTimestamp(Instant.now().minus(MARGIN).toEpochMilli()));
    var groups = committed();
    for (var partition : partitions) {
      if (partition.topic().endsWith(DEAD_LETTERS)) {
        continue;
      }
      groups.values().stream()
          .filter(its -> reads(its, partition.topic()))
          .mapToLong(its -> of(its, partition, of(beginnings, partition, 0)))
          .min()
          .ifPresent(heard -> {
            var young = of(recent, partition, -1); // -1 where nothing is
            from.put(partition, young < 0 ? heard : Math.min(heard, young));
          });
    }
    return from;
  }

  /** Whether a group reads a topic: it has been somewhere in it. */
  static boolean reads(Map<TopicPartition, Long> its, String topic) {
    return its.keySet().stream().anyMatch(it -> it.topic().equals(topic));
  }

  private static long of(Map<TopicPartition, Long> offsets, TopicPartition it, long otherwise) {
    return Objects.requireNonNullElse(offsets.get(it), otherwise);
  }

  /** By group. */
  Map<String, Map<TopicPartition, Long>> committed()
      throws ExecutionException, InterruptedException {
    var groups =
        admin.listGroups().all().get().stream()
            .map(GroupListing::groupId)
            .collect(Collectors.toMap(it -> it, _ -> new ListConsumerGroupOffsetsSpec()));
    var committed = new HashMap<String, Map<TopicPartition, Long>>();
    admin
        .listConsumerGroupOffsets(groups)
        .all()
        .get()
        .forEach((group, offsets) -> committed.put(group, positions(offsets)));
    return committed;
  }

  /** Groups that somebody is in: a service that runs. */
  List<String> active() throws ExecutionException, InterruptedException {
    return admin.describeConsumerGroups(committed().keySet()).all().get().values().stream()
        .filter(it -> !it.members().isEmpty())
        .map(it -> it.groupId())
        .sorted()
        .toList();
  }

  private static Map<TopicPartition, Long> positions(
      Map<TopicPartition, OffsetAndMetadata> offsets) {
    return offsets.entrySet().stream()
        .filter(it -> it.getValue() != null && it.getKey().topic().startsWith("pris."))
        .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().offset()));
  }

  private Map<TopicPartition, Long> at(Set<TopicPartition> partitions, OffsetSpec where)
      throws ExecutionException, InterruptedException {
    var asked = partitions.stream().collect(Collectors.toMap(it -> it, _ -> where));
    return admin.listOffsets(asked).all().get().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().offset()));
  }
}
