package org.pris.local.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.pris.local.client.Account;
import org.pris.local.client.EndToEnd;
import org.pris.local.keycloak.RealmStep;
import org.pris.local.process.Secrets;

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

  /** What Keycloak hands out beside the access token. */
  static String beside(String member) {
    var grant =
        Map.of(
            "grant_type",
            "password",
            "client_id",
            "pris-cli",
            "username",
            "lead1",
            "password",
            "pris-demo",
            "scope",
            "openid");
    return Account.grantedAll(EndToEnd.stack().urls().issuer(), grant).path(member).asString();
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
