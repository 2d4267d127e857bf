package org.pris.timeline.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * RFC 8785: one sequence of bytes per JSON value, so that anyone can repeat a hash. Reads and
 * writes with a mapper of its own, for what was hashed must not follow a service's settings.
 */
public final class Canonical {

  public static final JsonMapper JSON = JsonMapper.builder().build();

  private Canonical() {}

  public static String form(Object value) {
    try {
      return new JsonCanonicalizer(JSON.writeValueAsString(value)).getEncodedString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lower-case hexadecimal SHA-256 of a canonical form. */
  public static String hash(String form) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(form.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public static JsonNode read(String form) {
    return JSON.readTree(form);
  }

  /** Half of a surrogate pair is no Unicode text: it has no UTF-8 form to hash or to serve. */
  public static String text(String given) {
    return new String(given.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
