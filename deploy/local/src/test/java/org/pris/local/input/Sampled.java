package org.pris.local.input;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values that a schema of a document allows, and now and then one that it does not. */
final class Sampled {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final int DEEPEST = 6;

  private static final List<String> ODD =
      List.of(
          "null",
          "true",
          "-1",
          "1e308",
          "9223372036854775807",
          "\"\"",
          "\" \"",
          "\"\\u0000\\ud800\"",
          "\"../../x\"",
          "\"0001-01-01T00:00:00Z\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "{\"$gt\": 1}",
          "[]",
          "[[[]]]",
          "{\"__proto__\": {\"x\": 1}}");

  private final JsonNode document;
  private final Random random;

  Sampled(JsonNode document, Random random) {
    this.document = document;
    this.random = random;
  }

  JsonNode of(JsonNode schema) {
    return of(schema, 0);
  }

  private JsonNode of(JsonNode schema, int depth) {
    if (depth > DEEPEST || random.nextInt(12) == 0) {
      return JsonMapper.shared().readTree(ODD.get(random.nextInt(ODD.size())));
    }
    if (schema.has("$ref")) {
      return of(document.at(schema.path("$ref").asString().substring(1)), depth);
    }
    for (var choice : List.of("oneOf", "anyOf")) {
      if (schema.path(choice).size() > 0) {
        return of(schema.path(choice).get(random.nextInt(schema.path(choice).size())), depth);
      }
    }
    if (schema.has("enum")) {
      return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
    }
    var type = schema.path("type");
    return switch (type.isArray() ? type.get(0).asString() : type.asString("object")) {
      case "string" -> JSON.stringNode(text(schema.path("format").asString("")));
      case "integer" -> JSON.numberNode(random.nextInt(5));
      case "number" -> JSON.numberNode(random.nextDouble());
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      case "null" -> JSON.nullNode();
      case "array" -> {
        var list = JSON.arrayNode();
        for (var count = random.nextInt(3); count > 0; count--) {
          list.add(of(schema.path("items"), depth + 1));
        }
        yield list;
      }
      default -> object(schema, depth);
    };
  }

  private JsonNode object(JsonNode schema, int depth) {
    var object = JSON.objectNode();
    for (var part : schema.path("allOf")) {
      of(part, depth + 1).properties().forEach(it -> object.set(it.getKey(), it.getValue()));
    }
    schema
        .path("properties")
        .properties()
        .forEach(it -> {
          if (random.nextInt(5) > 0) {
            object.set(it.getKey(), of(it.getValue(), depth + 1));
          }
        });
    return object;
  }

  private String text(String format) {
    return switch (format) {
      case "uuid" -> new java.util.UUID(random.nextLong(), random.nextLong()).toString();
      case "date-time" -> "2026-0" + (1 + random.nextInt(9)) + "-10T10:00:00Z";
      case "uri" -> "https://ars.example/" + random.nextInt(9);
      default ->
          random
              .ints(1 + random.nextInt(30), ' ', 0x250)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
    };
  }
}
