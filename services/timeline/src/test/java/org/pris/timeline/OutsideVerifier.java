package org.pris.timeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Verifies what a reader was served as somebody outside would, who has the description of an entry
 * and nothing of this service: the canonical form is written out anew.
 */
final class OutsideVerifier {

  private static final Set<String> BESIDE = Set.of("hash", "author", "text", "data", "salts");

  private OutsideVerifier() {}

  /** What is wrong, in words; empty where all holds. */
  static List<String> faults(List<JsonNode> entries) {
    var faults = new ArrayList<String>();
    var previous = "0".repeat(64);
    var seq = 1;
    for (var entry : entries) {
      var name = "entry " + seq;
      expect(faults, name + " number", seq, entry.get("seq").asInt());
      expect(faults, name + " previous", previous, entry.get("previousHash").asString());
      expect(faults, name + " hash", sha256(head(entry)), entry.get("hash").asString());
      faults.addAll(sealFaults(name, entry));
      previous = entry.get("hash").asString();
      seq++;
    }
    return faults;
  }

  /** What is wrong with the members that are there. */
  static List<String> sealFaults(String name, JsonNode entry) {
    var faults = new ArrayList<String>();
    for (var member : List.of("author", "text", "data")) {
      var salt = entry.get("salts").get(member);
      if (salt.isNull()) {
        expect(faults, name + " " + member, true, entry.get(member).isNull());
      } else {
        var form = "[" + write(salt) + "," + write(entry.get(member)) + "]";
        var seal = entry.get("seals").get(member).asString();
        expect(faults, name + " " + member, sha256(form), seal);
      }
    }
    return faults;
  }

  private static String head(JsonNode entry) {
    var head = new TreeMap<String, JsonNode>(); // keys are ASCII: the order of UTF-16 units
    for (var field : entry.properties()) {
      if (!BESIDE.contains(field.getKey())) {
        head.put(field.getKey(), field.getValue());
      }
    }
    return write(head);
  }

  private static String write(Map<String, JsonNode> sorted) {
    var parts = new ArrayList<String>();
    sorted.forEach((key, value) -> parts.add(quote(key) + ":" + write(value)));
    return "{" + String.join(",", parts) + "}";
  }

  private static String write(JsonNode value) {
    if (value.isObject()) {
      var sorted = new TreeMap<String, JsonNode>();
      value.properties().forEach(it -> sorted.put(it.getKey(), it.getValue()));
      return write(sorted);
    }
    if (value.isArray()) {
      var parts = new ArrayList<String>();
      value.forEach(it -> parts.add(write(it)));
      return "[" + String.join(",", parts) + "]";
    }
    return value.isString() ? quote(value.asString()) : value.toString();
  }

  private static String quote(String text) {
    var quoted = new StringBuilder("\"");
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\b' -> quoted.append("\\b");
        case '\f' -> quoted.append("\\f");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(c < 0x20 ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    return quoted.append('"').toString();
  }

  private static String sha256(String form) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(form.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void expect(
      List<String> faults, String what, @Nullable Object expected, @Nullable Object found) {
    if (!String.valueOf(expected).equals(String.valueOf(found))) {
      faults.add(what + ": expected " + expected + ", found " + found);
    }
  }
}
