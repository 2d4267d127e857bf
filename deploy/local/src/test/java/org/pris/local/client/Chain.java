package org.pris.local.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Checks a timeline with nothing but its entries and the API's description of them: written anew,
 * and sharing nothing with the service that made it.
 */
public final class Chain {

  private static final Set<String> NOT_HASHED = Set.of("hash", "author", "text", "data", "salts");

  private Chain() {}

  /** What is wrong with it, from the first entry on; nothing where all holds. */
  public static List<String> faults(List<JsonNode> entries) {
    List<String> faults = new ArrayList<>();
    var previous = "0".repeat(64);
    for (var i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      if (entry.path("seq").asLong() != i + 1) {
        faults.add("entry %d has number %s".formatted(i + 1, entry.path("seq")));
      }
      if (!entry.path("previousHash").asString("").equals(previous)) {
        faults.add("entry %d does not follow the one before".formatted(i + 1));
      }
      if (!entry.path("hash").asString("").equals(digest(head(entry)))) {
        faults.add("entry %d is not what was hashed".formatted(i + 1));
      }
      for (var member : List.of("author", "text", "data")) {
        if (!isSealed(entry, member)) {
          faults.add("%s of entry %d is not what was sealed".formatted(member, i + 1));
        }
      }
      previous = entry.path("hash").asString("");
    }
    return faults;
  }

  private static boolean isSealed(JsonNode entry, String member) {
    var salt = entry.path("salts").path(member);
    var value = entry.path(member);
    if (salt.isNull()) {
      return value.isNull();
    }
    var seal = entry.path("seals").path(member).asString("");
    return seal.equals(digest("[" + canonical(salt) + "," + canonical(value) + "]"));
  }

  private static String head(JsonNode entry) {
    return entry
        .propertyStream()
        .filter(it -> !NOT_HASHED.contains(it.getKey()))
        .collect(
            Collectors.collectingAndThen(
                Collectors.toMap(
                    it -> it.getKey(), it -> it.getValue(), (one, _) -> one, TreeMap::new),
                Chain::object));
  }

  /** RFC 8785, for strings, integers, booleans and null: an entry holds nothing else. */
  private static String canonical(JsonNode value) {
    if (value.isObject()) {
      var members = new TreeMap<String, JsonNode>(); // by UTF-16 units, as the RFC wants it
      value.properties().forEach(it -> members.put(it.getKey(), it.getValue()));
      return object(members);
    }
    if (value.isArray()) {
      return value.valueStream().map(Chain::canonical).collect(Collectors.joining(",", "[", "]"));
    }
    if (value.isString()) {
      return quoted(value.asString());
    }
    if (value.isNumber() && !value.isIntegralNumber()) {
      throw new IllegalArgumentException("A number in an entry is an integer: " + value);
    }
    return value.toString();
  }

  private static String object(Map<String, JsonNode> members) {
    return members.entrySet().stream()
        .map(it -> quoted(it.getKey()) + ":" + canonical(it.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    var form = new StringBuilder("\"");
    text.chars()
        .forEach(c -> {
          switch (c) {
            case '"', '\\' -> form.append('\\').append((char) c);
            case '\b' -> form.append("\\b");
            case '\t' -> form.append("\\t");
            case '\n' -> form.append("\\n");
            case '\f' -> form.append("\\f");
            case '\r' -> form.append("\\r");
            default -> form.append(c < ' ' ? "\\u%04x".formatted(c) : String.valueOf((char) c));
          }
        });
    return form.append('"').toString();
  }

  private static String digest(String form) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(form.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
