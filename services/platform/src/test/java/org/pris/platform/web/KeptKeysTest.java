package org.pris.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Keycloak's part is a server that goes away; the time is what each look says it is. */
@DisplayName("Keycloak's keys")
class KeptKeysTest {

  static final long START = System.currentTimeMillis();

  final AtomicInteger asked = new AtomicInteger();
  HttpServer keycloak;
  JWKSetBasedJWKSource<SecurityContext> source;

  @BeforeEach
  void start() throws IOException, JOSEException {
    var key = new ECKeyGenerator(Curve.P_256).keyID("one").generate().toPublicJWK();
    var body = new JWKSet(key).toString().getBytes(StandardCharsets.UTF_8);
    keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    keycloak.createContext(
        "/keys",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    keycloak.start();
    var url = URI.create("http://127.0.0.1:" + keycloak.getAddress().getPort() + "/keys").toURL();
    source = (JWKSetBasedJWKSource<SecurityContext>) WebConfiguration.kept(url);
  }

  @AfterEach
  void stop() {
    keycloak.stop(0);
  }

  @Test
  @DisplayName("are asked for anew now and then while it is there")
  void asked() throws KeySourceException {
    assertThat(after(Duration.ZERO)).containsExactly("one");
    assertThat(after(Duration.ofMinutes(1))).containsExactly("one");
    assertThat(asked).hasValue(1);

    assertThat(after(Duration.ofMinutes(10))).containsExactly("one");

    assertThat(asked).hasValue(2);
  }

  @Test
  @DisplayName("are kept for hours while it is away, and not for ever")
  void away() throws KeySourceException {
    assertThat(after(Duration.ZERO)).containsExactly("one");
    keycloak.stop(0);

    assertThat(after(Duration.ofMinutes(10))).containsExactly("one");
    assertThat(after(Duration.ofMinutes(239))).containsExactly("one");
    assertThatThrownBy(() -> after(Duration.ofMinutes(250)))
        .isInstanceOf(JWKSetUnavailableException.class);
  }

  /** The ids of the keys that tokens are checked with by then. */
  private List<String> after(Duration time) throws KeySourceException {
    var at = START + time.toMillis();
    var known =
        source.getJWKSetSource().getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), at, null);
    return known.getKeys().stream().map(JWK::getKeyID).toList();
  }
}
