package org.pris.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pris.local.client.Visitor.Device.WIDE;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.UserSessionRepresentation;
import org.pris.local.client.EndToEnd;
import org.pris.local.client.Visitor;
import org.pris.local.process.Secrets;

/** Each in a browser of its own: nobody else is signed out by it. */
@DisplayName("A person who is signed in")
class SessionE2eTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Asked as a page does by itself. */
  private static final String WHO =
      """
      fetch("/api/me", {headers: {"X-Pris-Background": "true"}})
        .then(it => it.json().then(body => it.status + " " + (body.type ?? body.username)))
      """;

  private static String who(Visitor visitor) {
    return String.valueOf(visitor.page().evaluate(WHO));
  }

  private static void awaitSignedOut(Visitor visitor) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(who(visitor)).isEqualTo("401 urn:pris:problem:signed-out"));
  }

  @Test
  @DisplayName("gets to the page that was asked for, and is known after web was killed")
  void survives() {
    var stack = EndToEnd.stack();
    var path = "/cases?status=RECEIVED";
    try (var visitor = Visitor.signedIn("responder1", WIDE, path)) {
      assertThat(visitor.page().url()).isEqualTo(stack.urls().web() + path);
      var restarts = stack.restarts("web");

      stack.kill("web");
      await().atMost(PATIENCE).until(() -> stack.restarts("web") > restarts);
      stack.awaitReady("web");

      assertThat(who(visitor)).isEqualTo("200 responder1");
    }
  }

  @Test
  @DisplayName("is signed out here when they sign out at Keycloak")
  void elsewhere() {
    try (var visitor = Visitor.signedIn("responder1", WIDE, "/cases")) {
      var other = visitor.page().context().newPage();
      other.navigate(EndToEnd.stack().urls().issuer() + "/protocol/openid-connect/logout");
      other.locator("#kc-logout").click();

      awaitSignedOut(visitor);
    }
  }

  @Test
  @DisplayName("is signed out here when an administrator ends their session")
  void byAdministrator() {
    try (var keycloak = keycloak();
        var stays = Visitor.signedIn("responder1", WIDE, "/cases")) {
      var realm = keycloak.realm("pris");
      var before = sessions(realm);
      try (var visitor = Visitor.signedIn("responder1", WIDE, "/cases")) {
        var own =
            sessions(realm).stream().filter(it -> !before.contains(it)).findFirst().orElseThrow();

        realm.deleteSession(own, false);

        awaitSignedOut(visitor);
        assertThat(who(stays)).isEqualTo("200 responder1");
      }
    }
  }

  private static Set<String> sessions(RealmResource realm) {
    var user = realm.users().searchByUsername("responder1", true).getFirst();
    return realm.users().get(user.getId()).getUserSessions().stream()
        .map(UserSessionRepresentation::getId)
        .collect(Collectors.toSet());
  }

  private static Keycloak keycloak() {
    var stack = EndToEnd.stack();
    return KeycloakBuilder.builder()
        .serverUrl(stack.urls().keycloak())
        .realm("master")
        .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
        .clientId("pris-setup")
        .clientSecret(Secrets.of(stack.home()).get("PRIS_KEYCLOAK_SETUP_SECRET"))
        .build();
  }
}
