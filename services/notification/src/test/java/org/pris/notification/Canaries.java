package org.pris.notification;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pris.contracts.Actor;
import org.pris.contracts.Event;
import org.pris.contracts.Role;

/**
 * Makes an event of any type with a canary in every text, but for the codes that may be told: what
 * a new field of a contract holds is a canary too.
 */
public final class Canaries {

  public static final String CANARY = "canary-Marie-Dupont-0612345678";

  /** Texts that are told by right: numbers of establishments, names of places, references. */
  private static final Map<String, String> TOLD =
      Map.of(
          "Establishment.finess", "990000028",
          "Establishment.name", "CH du Val-Brisé",
          "Establishment.department", "38",
          "CaseState.reference", "PRIS-2026-000146",
          "Campaign.reference", "CAM-2026-000007",
          "CareLine.divertedTo", "990000010",
          "Deadline.establishment", "990000028",
          "Deadline.regime", "CSP_L1111_8_2");

  private Canaries() {}

  public static Event<?> event(Class<?> type) {
    var actor = new Actor(CANARY, CANARY, Role.RESPONDER, CANARY);
    return new Event<>(
        new UUID(3, 4), CaseFixture.AT, new UUID(5, 6), 1, actor, false, value(type, ""));
  }

  private static Object value(Type type, String place) {
    if (type instanceof ParameterizedType list) {
      return List.of(value(list.getActualTypeArguments()[0], place));
    }
    return value((Class<?>) type, place);
  }

  private static Object value(Class<?> type, String place) {
    if (type == String.class) {
      return TOLD.getOrDefault(place, CANARY);
    }
    if (type.isRecord()) {
      return made(type);
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    return switch (type.getSimpleName()) {
      case "UUID" -> new UUID(1, 1);
      case "Instant" -> CaseFixture.AT;
      case "boolean", "Boolean" -> true;
      case "int", "Integer" -> 3;
      case "long", "Long" -> 3L;
      default -> throw new IllegalArgumentException("No example of " + type);
    };
  }

  private static Object made(Class<?> type) {
    var components = type.getRecordComponents();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    var values =
        Arrays.stream(components)
            .map(it -> value(it.getGenericType(), type.getSimpleName() + "." + it.getName()))
            .toArray();
    try {
      var constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a " + type, e);
    }
  }
}
