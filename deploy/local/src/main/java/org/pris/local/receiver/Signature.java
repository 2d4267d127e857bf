package org.pris.local.receiver;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a delivery as the Standard Webhooks specification tells a receiver to, written from it and
 * not from the sender's code.
 */
record Signature(String id, String timestamp, String signatures) {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** Whether one of the signatures is right, and the moment is near. */
  boolean isRight(byte[] body, String secret, Instant now) {
    try {
      var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
      if (Duration.between(sent, now).abs().compareTo(TOLERANCE) > 0) {
        return false;
      }
      var key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      var expected = mac.doFinal(body);
      for (var signature : signatures.split(" ", -1)) {
        if (signature.startsWith("v1,")
            && MessageDigest.isEqual(
                expected, Base64.getDecoder().decode(signature.substring(3)))) {
          return true;
        }
      }
      return false;
    } catch (GeneralSecurityException | IllegalArgumentException wrongForm) {
      return false;
    }
  }
}
