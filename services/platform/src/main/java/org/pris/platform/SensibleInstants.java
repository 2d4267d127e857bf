package org.pris.platform;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/**
 * Instants that a clock may show: what lies beyond would overflow in the store, or in a sum. In
 * milliseconds, as the store keeps them: an event says no other than the document it tells of.
 */
final class SensibleInstants extends ValueDeserializer<Instant> {

  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  @Override
  public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
    var instant = InstantDeserializer.INSTANT.deserialize(parser, context);
    if (instant != null && (instant.isBefore(FIRST) || instant.isAfter(LAST))) {
      throw context.weirdStringException(
          parser.getString(), Instant.class, "not within two centuries of today");
    }
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
  }
}
