package org.pris.contracts;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** One filled instance of any event, the same at each run. */
final class Samples {

  static final UUID ID = UUID.fromString("0b6d7c3e-6d0a-4d7e-8f6a-2f4f2c9d1a01");
  private static final Instant WHEN = Instant.parse("2026-11-24T06:40:00.123Z");

  private Samples() {}

  static Stream<Class<?>> types() {
    return Stream.of(
            DeclarationEvent.class,
            CaseEvent.class,
            TaskEvent.class,
            TimelineEvent.class,
            NotificationEvent.class)
        .flatMap(topic -> Arrays.stream(topic.getPermittedSubclasses()));
  }

  static Object of(Class<?> type) {
    try {
      var components = type.getRecordComponents();
      var constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return constructor.newInstance(
          Arrays.stream(components)
              .map(it -> value(it.getName(), it.getType(), it.getGenericType()))
              .toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }

  private static Object value(String name, Class<?> type, Type generic) {
    if (type == String.class) {
      return "a " + name;
    } else if (type == UUID.class) {
      return ID;
    } else if (type == Instant.class) {
      return WHEN;
    } else if (type == long.class || type == Long.class) {
      return 3L;
    } else if (type == int.class || type == Integer.class) {
      return 2;
    } else if (type == boolean.class || type == Boolean.class) {
      return true;
    } else if (type.isEnum()) {
      return type.getEnumConstants()[0];
    } else if (type == List.class) {
      var item = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
      return List.of(value(name, item, item));
    }
    return of(type);
  }
}
