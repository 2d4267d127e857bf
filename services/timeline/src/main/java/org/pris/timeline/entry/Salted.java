package org.pris.timeline.entry;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A member's value with its salt. Without the salt a seal says nothing of the value, not even to
 * who guesses it: so deleting both is deleting the value.
 *
 * @param salt 32 random bytes, base64url
 */
public record Salted(String salt, JsonNode value) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  /** The canonical form to store: its hash is the seal. */
  public static String seal(JsonNode value) {
    var salt = new byte[BYTES];
    RANDOM.nextBytes(salt);
    return new Salted(Base64.getUrlEncoder().withoutPadding().encodeToString(salt), value).form();
  }

  public static Salted read(String form) {
    var pair = Canonical.read(form);
    return new Salted(pair.path(0).stringValue(""), pair.path(1));
  }

  String form() {
    return Canonical.form(List.of(salt, value));
  }
}
