package org.pris.local.backup;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * A part of a partition.
 *
 * @param end the offset behind the last
 */
record Stretch(long begin, long end) {

  static Map<TopicPartition, Stretch> between(
      Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends) {
    return begins.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                it ->
                    new Stretch(
                        it.getValue(),
                        Objects.requireNonNullElse(ends.get(it.getKey()), it.getValue()))));
  }

  boolean isEmpty() {
    return begin >= end;
  }
}
