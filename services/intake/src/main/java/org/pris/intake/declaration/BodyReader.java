package org.pris.intake.declaration;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.pris.platform.problem.BadRequest;
import org.pris.platform.problem.FieldProblem;
import org.pris.platform.web.FieldProblems;
import org.pris.platform.web.StrictBodies;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads a body into records and says of every field what is wrong with it, where Jackson alone
 * stops at the first.
 */
@Component
class BodyReader {

  /** Beyond it nobody reads on; it also bounds the work. */
  private static final int MOST = 20;

  private final JsonMapper json;

  BodyReader(JsonMapper json) {
    this.json =
        StrictBodies.of(json)
            .rebuild()
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(
                LogicalType.Textual,
                it ->
                    it.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .addModule(new SimpleModule().addDeserializer(Instant.class, new IsoInstant()))
            .build();
  }

  /**
   * @param problems gets what is wrong; such a field reads as absent
   */
  <T> T read(JsonNode body, Class<T> type, List<FieldProblem> problems) {
    var readable = object(body).retain(properties(type).toList());
    while (true) {
      try {
        return json.treeToValue(readable, type);
      } catch (JacksonException wrong) {
        problems.add(FieldProblems.unreadable(wrong));
        if (problems.size() >= MOST || !erase(readable, wrong.getPath())) {
          throw new BadRequest(problems);
        }
      }
    }
  }

  /** Names the properties that none of the types has. */
  void unknown(JsonNode body, List<FieldProblem> problems, Class<?>... types) {
    var known = Stream.of(types).flatMap(BodyReader::properties).toList();
    body.propertyNames().stream()
        .filter(it -> !known.contains(it))
        .limit(MOST)
        .forEach(it -> problems.add(new FieldProblem(it, FieldProblems.unknown(known.stream()))));
  }

  private static Stream<String> properties(Class<?> type) {
    return Stream.of(type.getRecordComponents()).map(RecordComponent::getName);
  }

  ObjectNode tree(Object value) {
    return json.valueToTree(value);
  }

  /** RFC 7396: absent stays, null takes away, an object is merged, all else replaces. */
  static void merge(ObjectNode into, JsonNode patch) {
    patch
        .properties()
        .forEach(it -> {
          var name = it.getKey();
          var value = it.getValue();
          if (value.isNull()) {
            into.remove(name);
          } else if (value.isObject()) {
            var inner = into.get(name);
            merge(inner instanceof ObjectNode object ? object : into.putObject(name), value);
          } else {
            into.set(name, value);
          }
        });
  }

  private static ObjectNode object(JsonNode body) {
    if (body instanceof ObjectNode object) {
      return object.deepCopy();
    }
    throw new BadRequest("", "must be a JSON object");
  }

  private static boolean erase(JsonNode body, List<JacksonException.Reference> path) {
    var node = body;
    for (var step : path.subList(0, Math.max(0, path.size() - 1))) {
      var inner =
          step.getPropertyName() == null
              ? node.get(step.getIndex())
              : node.get(step.getPropertyName());
      if (inner == null) {
        return false;
      }
      node = inner;
    }
    if (path.isEmpty()) {
      return false;
    }
    var last = path.getLast();
    return switch (node) {
      case ObjectNode object -> object.remove(last.getPropertyName()) != null;
      case ArrayNode array -> array.remove(last.getIndex()) != null;
      default -> false;
    };
  }

  /** ISO 8601 and nothing else: Jackson's own takes a number for seconds, and "2030" too. */
  private static final class IsoInstant extends StdDeserializer<Instant> {

    IsoInstant() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) {
      if (json.hasToken(JsonToken.VALUE_STRING)) {
        try {
          return Instant.parse(json.getString());
        } catch (DateTimeParseException _) {
          // answered below
        }
      }
      throw InvalidFormatException.from(json, "not an instant", null, Instant.class);
    }
  }
}
