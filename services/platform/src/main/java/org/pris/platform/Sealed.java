package org.pris.platform;

/**
 * A secret at rest, AES-256-GCM.
 *
 * @param keyId of the key that sealed it
 * @param nonce Base64
 * @param ciphertext Base64, with its tag
 */
public record Sealed(String keyId, String nonce, String ciphertext) {}
