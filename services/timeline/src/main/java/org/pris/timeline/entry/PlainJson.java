package org.pris.timeline.entry;

import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON value as it may be sealed: numbers are integers that every reader's floating point holds
 * (within ±2⁵³), others are strings; every string is Unicode text.
 *
 * @param kept whether a string, by its path and value, stays; null stands where it does not
 */
public record PlainJson(BiPredicate<String, String> kept) {

  public static final PlainJson EVERYTHING = new PlainJson((_, _) -> true);

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final long SAFE = 1L << 53;

  public JsonNode of(JsonNode value) {
    return of("", value);
  }

  private JsonNode of(String path, JsonNode value) {
    return switch (value) {
      case ObjectNode object -> object(path, object);
      case ArrayNode array -> array(path, array);
      case JsonNode text when text.isString() -> string(path, Canonical.text(text.stringValue()));
      case JsonNode number when number.isNumber() -> number(number);
      case JsonNode flag when flag.isBoolean() -> flag;
      default -> NODES.nullNode();
    };
  }

  private JsonNode object(String path, ObjectNode object) {
    var plain = NODES.objectNode();
    for (var field : object.properties()) {
      var name = Canonical.text(field.getKey());
      var value = of(path.isEmpty() ? name : path + "." + name, field.getValue());
      if (!value.isNull() || field.getValue().isNull()) {
        plain.set(name, value);
      }
    }
    return plain;
  }

  private JsonNode array(String path, ArrayNode array) {
    var plain = NODES.arrayNode();
    array.forEach(element -> plain.add(of(path, element)));
    return plain;
  }

  private JsonNode string(String path, String text) {
    return kept.test(path, text) ? NODES.stringNode(text) : NODES.nullNode();
  }

  private static JsonNode number(JsonNode number) {
    var fits =
        number.isIntegralNumber()
            && number.canConvertToLong()
            && Math.abs(number.longValue()) <= SAFE;
    return fits ? number : NODES.stringNode(number.asString());
  }
}
