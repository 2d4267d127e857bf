package org.pris.platform.kafka;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.adapter.RecordFilterStrategy;

/**
 * Passes over what a listener does not listen to before it is parsed: the type of an event stands
 * in a header too. A record without that header is read.
 */
public final class TypeFilter implements RecordFilterStrategy<Object, Object> {

  static final String HEADER = "type";

  private final Set<String> wanted;

  private TypeFilter(Set<String> wanted) {
    this.wanted = wanted;
  }

  /**
   * @param types payloads of the contracts' sealed interfaces
   */
  public static TypeFilter only(Class<?>... types) {
    return only(List.of(types));
  }

  public static TypeFilter only(Collection<Class<?>> types) {
    return new TypeFilter(types.stream().map(TypeFilter::nameOf).collect(Collectors.toSet()));
  }

  /** As it travels: {@code case.opened.v1}. */
  public static String nameOf(Class<?> type) {
    var name = type.getAnnotation(JsonTypeName.class);
    return Objects.requireNonNull(name, "an event without a type").value();
  }

  @Override
  public boolean filter(ConsumerRecord<Object, Object> message) {
    var header = message.headers().lastHeader(HEADER);
    return header != null && !wanted.contains(new String(header.value(), StandardCharsets.UTF_8));
  }

  /** Says of a record that is sent which type it carries; null: an entry of an older build. */
  public static void onto(ProducerRecord<?, ?> message, @Nullable String type) {
    if (type != null) {
      message.headers().add(HEADER, type.getBytes(StandardCharsets.UTF_8));
    }
  }
}
