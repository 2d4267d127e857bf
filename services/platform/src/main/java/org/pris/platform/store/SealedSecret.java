package org.pris.platform.store;

/**
 * A secret at rest, AES-256-GCM.
 *
 * @param keyId of the key that sealed it
 * @param nonce Base64
 * @param ciphertext Base64, with its tag
 */
public record SealedSecret(String keyId, String nonce, String ciphertext) {}
