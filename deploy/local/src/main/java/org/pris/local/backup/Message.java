package org.pris.local.backup;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** A record of Kafka as a line of a file, byte for byte. */
record Message(
    int partition,
    long timestamp,
    @Nullable String key,
    @Nullable String value,
    List<Named> headers) {

  record Named(String name, @Nullable String value) {}

  static Message of(ConsumerRecord<byte[], byte[]> read) {
    var headers = new ArrayList<Named>();
    read.headers().forEach(it -> headers.add(new Named(it.key(), text(it.value()))));
    return new Message(
        read.partition(), read.timestamp(), text(read.key()), text(read.value()), headers);
  }

  /** To its old partition: what stands behind it there came later. */
  ProducerRecord<byte[], byte[]> to(String topic) {
    List<Header> its =
        headers.stream().<Header>map(it -> new RecordHeader(it.name(), bytes(it.value()))).toList();
    return new ProducerRecord<>(topic, partition, timestamp, bytes(key), bytes(value), its);
  }

  private static @Nullable String text(byte @Nullable [] bytes) {
    return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
  }

  private static byte @Nullable [] bytes(@Nullable String text) {
    return text == null ? null : Base64.getDecoder().decode(text);
  }
}
