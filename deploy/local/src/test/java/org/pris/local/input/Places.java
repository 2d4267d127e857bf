package org.pris.local.input;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where in a body a value stands, however deep, and another one put there. */
final class Places {

  private Places() {}

  /** Every one, from the outside to the inside; not the body itself. */
  static List<JsonPointer> in(JsonNode body) {
    return within(JsonPointer.empty(), body).toList();
  }

  private static Stream<JsonPointer> within(JsonPointer at, JsonNode node) {
    var inner =
        node.isArray()
            ? IntStream.range(0, node.size()).mapToObj(at::appendIndex)
            : node.propertyNames().stream().map(at::appendProperty);
    return inner.flatMap(it -> Stream.concat(Stream.of(it), within(it, node.at(it.last()))));
  }

  /** The body with another value at one place. */
  static JsonNode with(JsonNode body, JsonPointer place, JsonNode value) {
    var changed = body.deepCopy();
    switch (changed.at(place.head())) {
      case ObjectNode object -> object.set(place.last().getMatchingProperty(), value);
      case ArrayNode array -> array.set(place.last().getMatchingIndex(), value);
      default -> throw new IllegalArgumentException("No place: " + place);
    }
    return changed;
  }
}
