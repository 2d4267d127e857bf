package org.pris.platform.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what must not be read in the store with the keys of {@code PRIS_SECRET_KEYS} ({@code
 * k1:<base64>[,k0:<base64>]}): the first seals, all of them open. A secret is bound to its place:
 * moved to another it does not open.
 */
public final class SecretSealer {

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String HOW =
      "PRIS_SECRET_KEYS must be <id>:<Base64 of 32 bytes>, several separated by a comma, the"
          + " current one first";

  private final Map<String, SecretKeySpec> keys;
  private final String current;
  private final SecureRandom random = new SecureRandom();

  /** Refuses to start without keys, and never repeats what it was given. */
  public SecretSealer(String given) {
    keys = read(given);
    current = keys.keySet().iterator().next();
  }

  /**
   * @param place whose secret it is
   */
  public SealedSecret seal(String place, byte[] secret) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, current, nonce, place).doFinal(secret);
      return new SealedSecret(current, encoded(nonce), encoded(sealed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws Unreadable where its key is gone, or it is not of this place
   */
  public byte[] open(String place, SealedSecret sealed) throws Unreadable {
    if (!keys.containsKey(sealed.keyId())) {
      throw new Unreadable();
    }
    try {
      var nonce = Base64.getDecoder().decode(sealed.nonce());
      return cipher(Cipher.DECRYPT_MODE, sealed.keyId(), nonce, place)
          .doFinal(Base64.getDecoder().decode(sealed.ciphertext()));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      throw new Unreadable();
    }
  }

  /** A sealed secret that the keys of today do not open. */
  public static final class Unreadable extends Exception {
    Unreadable() {
      super("Unreadable secret", null, false, false);
    }
  }

  private Cipher cipher(int mode, String key, byte[] nonce, String place)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static Map<String, SecretKeySpec> read(String given) {
    var keys = new LinkedHashMap<String, SecretKeySpec>();
    for (var entry : given.split(",", -1)) {
      var colon = entry.indexOf(':');
      var bytes = colon < 1 ? new byte[0] : decoded(entry.substring(colon + 1).strip());
      if (bytes.length != KEY_BYTES) {
        throw new IllegalStateException(HOW);
      }
      var twice = keys.put(entry.substring(0, colon).strip(), new SecretKeySpec(bytes, "AES"));
      if (twice != null) {
        throw new IllegalStateException(HOW + "; an id stands there twice");
      }
    }
    return keys;
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
