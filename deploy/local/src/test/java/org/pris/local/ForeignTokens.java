package org.pris.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;

/** Tokens that must open nothing, as a real Keycloak makes them. */
final class ForeignTokens {

  private ForeignTokens() {}

  /** Right in everything, but for the hour. */
  static String expired() {
    return ofAnotherClient(
        List.of("basic", "profile", "pris-api"), Map.of("access.token.lifespan", "-300"));
  }

  /** Of our realm, for somebody else's service. */
  static String forAnotherAudience() {
    return ofAnotherClient(List.of("basic", "profile"), Map.of());
  }

  /** Of the same server and another realm. */
  static String ofAnotherIssuer() {
    return Account.granted(
        EndToEnd.stack().urls().keycloak() + "/realms/master",
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            RealmStep.CLIENT,
            "client_secret",
            setupSecret()));
  }

  /** Says all the right things, signed with a key of one's own. */
  static String forged() throws ParseException, JOSEException {
    var real = SignedJWT.parse(Account.of("lead1").token());
    var key = new RSAKeyGenerator(2048).keyID(real.getHeader().getKeyID()).generate();
    var claims = new JWTClaimsSet.Builder(real.getJWTClaimsSet()).build();
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
    var forged = new SignedJWT(header, claims);
    forged.sign(new RSASSASigner(key));
    return forged.serialize();
  }

  private static String ofAnotherClient(List<String> scopes, Map<String, String> attributes) {
    var client = new ClientRepresentation();
    client.setClientId("another-" + UUID.randomUUID());
    client.setPublicClient(true);
    client.setDirectAccessGrantsEnabled(true);
    client.setStandardFlowEnabled(false);
    client.setFullScopeAllowed(true);
    client.setDefaultClientScopes(scopes);
    client.setOptionalClientScopes(List.of());
    client.setAttributes(attributes);
    try (var keycloak =
        KeycloakBuilder.builder()
            .serverUrl(EndToEnd.stack().urls().keycloak())
            .realm("master")
            .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
            .clientId(RealmStep.CLIENT)
            .clientSecret(setupSecret())
            .build()) {
      return issued(keycloak.realm("pris"), client);
    }
  }

  private static String issued(RealmResource realm, ClientRepresentation client) {
    var id = RealmStep.created(realm.clients().create(client));
    try {
      return Account.through(client.getClientId(), "responder1").token();
    } finally {
      realm.clients().get(id).remove();
    }
  }

  private static String setupSecret() {
    return Secrets.of(EndToEnd.stack().home()).get("PRIS_KEYCLOAK_SETUP_SECRET");
  }
}
