package org.pris.bench.fault.observation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * RFC 8785 for what a timeline holds (texts, integers, booleans, null), and SHA-256: written anew
 * from the description of the API, for a check that shares its code with what it checks finds none
 * of its faults.
 */
public final class Canonical {

  private Canonical() {}

  static String form(JsonNode value) {
    if (value.isObject()) {
      var members = new TreeMap<String, JsonNode>(); // by UTF-16 units, as the RFC wants it
      value.properties().forEach(it -> members.put(it.getKey(), it.getValue()));
      return members.entrySet().stream()
          .map(it -> quoted(it.getKey()) + ":" + form(it.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value.isArray()) {
      return value.valueStream().map(Canonical::form).collect(Collectors.joining(",", "[", "]"));
    }
    return value.isString() ? quoted(value.asString()) : value.toString();
  }

  private static String quoted(String text) {
    var form = new StringBuilder("\"");
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> form.append('\\').append(c);
        case '\b' -> form.append("\\b");
        case '\t' -> form.append("\\t");
        case '\n' -> form.append("\\n");
        case '\f' -> form.append("\\f");
        case '\r' -> form.append("\\r");
        default -> form.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    return form.append('"').toString();
  }

  /** Lower-case hex. */
  public static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
