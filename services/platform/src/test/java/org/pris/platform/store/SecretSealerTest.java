package org.pris.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The vault")
class SecretSealerTest {

  static final String OLD = "k0:" + Base64.getEncoder().encodeToString(new byte[32]);
  static final String NEW = "k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  static final String HERE = "here";
  final byte[] secret = "something to keep".getBytes(StandardCharsets.UTF_8);

  @Test
  @DisplayName("opens what it sealed, and nothing of it can be read in between")
  void opens() throws SecretSealer.Unreadable {
    var vault = new SecretSealer(NEW);

    var sealed = vault.seal(HERE, secret);

    assertThat(sealed.keyId()).isEqualTo("k1");
    assertThat(Base64.getDecoder().decode(sealed.nonce())).hasSize(12);
    assertThat(new String(Base64.getDecoder().decode(sealed.ciphertext()), StandardCharsets.UTF_8))
        .doesNotContain("keep");
    assertThat(vault.open(HERE, sealed)).isEqualTo(secret);
    assertThat(vault.seal(HERE, secret)).isNotEqualTo(sealed);
  }

  @Test
  @DisplayName("does not open what was moved to another place")
  void bound() {
    var vault = new SecretSealer(NEW);
    var sealed = vault.seal(HERE, secret);

    assertThatThrownBy(() -> vault.open("elsewhere", sealed))
        .isInstanceOf(SecretSealer.Unreadable.class);
  }

  @Test
  @DisplayName("seals with the first key and opens with all of them")
  void rotation() throws SecretSealer.Unreadable {
    var before = new SecretSealer(OLD).seal(HERE, secret);
    var vault = new SecretSealer(NEW + "," + OLD);

    assertThat(vault.open(HERE, before)).isEqualTo(secret);
    assertThat(vault.seal(HERE, secret).keyId()).isEqualTo("k1");
  }

  @Test
  @DisplayName("says so where a key is gone or another under its name")
  void gone() {
    var sealed = new SecretSealer(OLD).seal(HERE, secret);

    assertThatThrownBy(() -> new SecretSealer(NEW).open(HERE, sealed))
        .isInstanceOf(SecretSealer.Unreadable.class);
    assertThatThrownBy(() -> new SecretSealer(NEW.replace("k1", "k0")).open(HERE, sealed))
        .isInstanceOf(SecretSealer.Unreadable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "k1",
        "k1:",
        ":MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
        "k1:c2hvcnQ=",
        "k1:not base64 at all",
        "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
        "k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=,",
        "k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=,"
            + "k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
      })
  @DisplayName("refuses to start without whole keys, and does not repeat what it was given")
  void keys(String given) {
    assertThatThrownBy(() -> new SecretSealer(given))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PRIS_SECRET_KEYS")
        .hasMessageNotContaining("MDEyMzQ1");
  }
}
