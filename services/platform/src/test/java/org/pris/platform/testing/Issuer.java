package org.pris.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Role;
import org.pris.platform.Ids;

/** Signs tokens as Keycloak does and serves its public key, so that services check for real. */
public final class Issuer {

  private static @Nullable Issuer running;

  private final RSAKey key;
  private final String address;

  private Issuer() {
    try {
      key = new RSAKeyGenerator(2048).keyID("test").generate();
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
      server.createContext(
          "/keys",
          exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            try (var body = exchange.getResponseBody()) {
              body.write(keys);
            }
          });
      server.start();
      address = "http://localhost:" + server.getAddress().getPort();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one of this JVM. */
  public static synchronized Issuer running() {
    if (running == null) {
      running = new Issuer();
    }
    return running;
  }

  public String url() {
    return address + "/realms/pris";
  }

  /** Where its public key is. */
  public String keys() {
    return address + "/keys";
  }

  /** A token as the realm gives it, changed by {@code twist} where a test wants a wrong one. */
  public static String token(
      String username,
      Collection<String> establishments,
      Collection<Role> roles,
      UnaryOperator<JWTClaimsSet.Builder> twist) {
    var issuer = running();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer.url())
            .audience("pris-api")
            .subject(subject(username))
            .claim("preferred_username", username)
            .claim("name", "Name of " + username)
            .claim("roles", roles.stream().map(Role::name).toList())
            .claim(
                "establishments",
                establishments.stream().map(it -> "/establishments/" + it).toList())
            .issueTime(Date.from(Instant.now()))
            .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(15))));
    var signed =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(),
            twist.apply(claims).build());
    try {
      signed.sign(new RSASSASigner(issuer.key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return signed.serialize();
  }

  /** Of the account that goes by this username, unless a test says otherwise. */
  public static String subject(String username) {
    return Ids.of("account", username).toString();
  }

  static String token(String username, Collection<String> establishments, Role... roles) {
    return token(username, establishments, List.of(roles), UnaryOperator.identity());
  }
}
