package org.pris.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes {@code ago 1d 2h} and {@code in 30m} of a story as the moments they are.
 *
 * @param now when the demo was first played: the same at every repeat, or the same key would come
 *     with another body
 */
record RelativeTimes(Instant now) {

  private static final Pattern MOMENT =
      Pattern.compile("(ago|in)(?: (\\d+)d)?(?: (\\d+)h)?(?: (\\d+)m)?");

  /** A copy with every moment written out. */
  ObjectNode in(JsonNode body) {
    var copy =
        body.isObject() ? (ObjectNode) body.deepCopy() : JsonNodeFactory.instance.objectNode();
    fill(copy);
    return copy;
  }

  private void fill(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (var name : object.propertyNames().toArray(String[]::new)) {
        var value = object.get(name);
        if (value.isString()) {
          object.put(name, filled(value.asString()));
        } else {
          fill(value);
        }
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(this::fill);
    }
  }

  private String filled(String text) {
    var moment = MOMENT.matcher(text);
    if (!moment.matches() || text.equals(moment.group(1))) {
      return text;
    }
    var distance =
        Duration.ofDays(number(moment.group(2)))
            .plusHours(number(moment.group(3)))
            .plusMinutes(number(moment.group(4)));
    var at = moment.group(1).equals("ago") ? now.minus(distance) : now.plus(distance);
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static long number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
