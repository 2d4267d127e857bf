package org.pris.bench.fault.invariant;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Brings what is stored and what was published to one form, so that they can be compared. */
final class NormalForm {

  private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

  private NormalForm() {}

  /** Maps sorted, without nulls; instants as texts with the precision they have. */
  static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case JsonNode node -> ofJson(node);
      case Map<?, ?> map -> map(map);
      case Collection<?> some -> some.stream().map(NormalForm::of).toList();
      case Date date -> date.toInstant().toString();
      case Integer number -> number.longValue();
      case Long number -> number;
      case Boolean flag -> flag;
      default -> text(value.toString());
    };
  }

  private static @Nullable Object ofJson(JsonNode node) {
    if (node.isNull() || node.isMissingNode()) {
      return null;
    }
    if (node.isObject()) {
      var sorted = new TreeMap<String, Object>();
      node.properties().forEach(it -> put(sorted, it.getKey(), ofJson(it.getValue())));
      return sorted;
    }
    if (node.isArray()) {
      List<@Nullable Object> all = new ArrayList<>();
      node.forEach(it -> all.add(ofJson(it)));
      return all;
    }
    if (node.isIntegralNumber()) {
      return node.longValue();
    }
    return node.isBoolean() ? (Object) node.booleanValue() : text(node.asString());
  }

  private static Object map(Map<?, ?> map) {
    var sorted = new TreeMap<String, Object>();
    map.forEach((key, value) -> put(sorted, String.valueOf(key), of(value)));
    return sorted;
  }

  private static void put(Map<String, Object> sorted, String key, @Nullable Object value) {
    if (value != null) {
      sorted.put(key, value);
    }
  }

  private static String text(String text) {
    if (!INSTANT.matcher(text).matches()) {
      return text;
    }
    try {
      return Instant.parse(text).toString();
    } catch (DateTimeException noInstant) {
      return text;
    }
  }

  /** The members that differ, with both values; nothing where the two are the same. */
  static List<String> differences(Map<String, ?> stored, Map<String, ?> told) {
    var names = new TreeMap<String, Object>(stored);
    names.putAll(told);
    return names.keySet().stream()
        .filter(it -> !Objects.equals(stored.get(it), told.get(it)))
        .map(it ->
            "%s is stored as %s and was told as %s".formatted(it, stored.get(it), told.get(it)))
        .toList();
  }
}
