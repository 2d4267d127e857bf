package org.pris.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.pris.local.keycloak.RealmStepFile;
import org.pris.local.keycloak.RealmStepWebs;

@DisplayName("The realm")
class RealmTest {

  private final RealmRepresentation realm = Realms.production();
  private final RealmRepresentation demo = Realms.demo();

  RealmTest() throws IOException {}

  @Test
  @DisplayName("has no person and no client for scripts")
  void nobody() throws IOException {
    assertThat(realm.getUsers())
        .isNotEmpty()
        .allSatisfy(user -> assertThat(user.getServiceAccountClientId()).isNotBlank())
        .allSatisfy(user -> assertThat(user.getCredentials()).isNull());
    assertThat(realm.getClients()).noneMatch(client -> client.getClientId().equals("pris-cli"));
    assertThat(Files.readString(Realms.FILE)).doesNotContain("pris-cli", "pris-demo", "declarant");
  }

  @Test
  @DisplayName("lets no client take a password, Keycloak's own ones neither")
  void directGrants() {
    assertThat(realm.getClients())
        .extracting(ClientRepresentation::getClientId)
        .contains("admin-cli", "account-console", "security-admin-console");
    assertThat(realm.getClients())
        .allSatisfy(client -> assertThat(client.isDirectAccessGrantsEnabled()).isFalse());
    assertThat(demo.getClients())
        .filteredOn(ClientRepresentation::isDirectAccessGrantsEnabled)
        .extracting(ClientRepresentation::getClientId)
        .containsExactly("pris-cli");
  }

  @Test
  @DisplayName("sends people back only to the very addresses of the web application, with PKCE")
  void web() {
    var web = client("pris-web");

    assertThat(web.isPublicClient()).isFalse();
    assertThat(web.isImplicitFlowEnabled()).isFalse();
    assertThat(web.getRedirectUris())
        .containsExactly("https://pris.example/login/oauth2/code/keycloak");
    assertThat(web.getWebOrigins()).isEmpty();
    assertThat(web.getAttributes())
        .containsEntry("pkce.code.challenge.method", "S256")
        .containsEntry("post.logout.redirect.uris", "https://pris.example/")
        .containsEntry(
            "backchannel.logout.url", "http://web:8080/logout/connect/back-channel/keycloak")
        .containsEntry("backchannel.logout.session.required", "true");
    assertThat(realm.getClients())
        .filteredOn(it -> it.getRedirectUris() != null)
        .allSatisfy(it -> assertThat(it.getRedirectUris()).noneMatch(uri -> uri.contains("*")));
  }

  @Test
  @DisplayName("sends people back to each instance of the web application that has its own address")
  void webs() {
    RealmStepWebs.add(realm, "https://two.example,https://three.example");

    assertThat(client("pris-web").getRedirectUris())
        .containsExactly(
            "https://pris.example/login/oauth2/code/keycloak",
            "https://two.example/login/oauth2/code/keycloak",
            "https://three.example/login/oauth2/code/keycloak");
    assertThat(client("pris-web").getAttributes())
        .containsEntry(
            "post.logout.redirect.uris",
            "https://pris.example/##https://two.example/##https://three.example/");
  }

  @Test
  @DisplayName("has its secrets from the environment, without a default")
  void secrets() throws IOException {
    var json = new ObjectMapper().readTree(Realms.FILE.toFile());

    assertThat(json.findValuesAsText("secret"))
        .containsExactlyInAnyOrder("${PRIS_WEB_CLIENT_SECRET}", "${PRIS_ARS_CLIENT_SECRET}");
    assertThat(client("pris-web").getSecret()).isEqualTo("a\"\\$1secret");
    assertThatThrownBy(() -> RealmStepFile.read(List.of(Realms.FILE), Map.of()))
        .hasStackTraceContaining("is not set");
  }

  @Test
  @DisplayName("refuses a setting that Keycloak does not know")
  void misspelt(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("realm.json"), "{\"bruteForceProtectd\": true}");

    assertThatThrownBy(() -> RealmStepFile.read(List.of(file), Realms.VALUES))
        .hasMessageContaining("bruteForceProtectd");
  }

  @Test
  @DisplayName(
      "puts audience, roles and establishments into tokens, never a person's own attribute")
  void scope() {
    assertThat(realm.getClientScopes()).hasSize(1);
    assertThat(realm.getClientScopes().getFirst().getProtocolMappers())
        .extracting(ProtocolMapperRepresentation::getProtocolMapper)
        .containsExactlyInAnyOrder(
            "oidc-audience-mapper",
            "oidc-usermodel-realm-role-mapper",
            "oidc-group-membership-mapper");
    assertThat(realm.getClientScopes().getFirst().getProtocolMappers())
        .filteredOn(mapper -> mapper.getName().equals("establishments"))
        .allSatisfy(mapper -> assertThat(mapper.getConfig()).containsEntry("full.path", "true"));
    assertThat(demo.getClients())
        .allSatisfy(client -> assertThat(client.getProtocolMappers()).isNull())
        .filteredOn(client -> client.getDefaultClientScopes() != null)
        .allSatisfy(client -> assertThat(client.isFullScopeAllowed()).isFalse())
        .allSatisfy(client -> assertThat(client.getOptionalClientScopes()).isEmpty())
        .extracting(ClientRepresentation::getClientId)
        .containsExactlyInAnyOrder("pris-web", "ars-ara", "pris-cli", "soc-990000010");
    assertThat(realm.getDefaultDefaultClientScopes()).isNull();
  }

  @Test
  @DisplayName("gives machines the roles of machines only")
  void machines() {
    assertThat(demo.getUsers())
        .filteredOn(user -> user.getServiceAccountClientId() != null)
        .flatExtracting(UserRepresentation::getRealmRoles)
        .containsExactlyInAnyOrder("AUTHORITY", "REPORTER");
  }

  @Test
  @DisplayName("asks for long passwords, and leaves how they are hashed to Keycloak")
  void passwords() {
    assertThat(realm.getPasswordPolicy())
        .contains("length(12)", "passwordHistory(3)")
        .doesNotContain("hash");
  }

  @Test
  @DisplayName("of the demo loosens the second factor and the passwords, nothing else")
  void demonstration() throws IOException {
    assertThat(new ObjectMapper().readTree(Realms.DEMO_FILE.toFile()).fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "realm",
            "displayName",
            "displayNameHtml",
            "browserFlow",
            "passwordPolicy",
            "groups",
            "clients",
            "users");
    assertThat(demo.getPasswordPolicy())
        .isEqualTo("length(8) and hashAlgorithm(pbkdf2-sha256) and hashIterations(1000)");
    assertThat(demo.getUsers())
        .filteredOn(user -> user.getServiceAccountClientId() == null)
        .extracting(UserRepresentation::getUsername)
        .containsExactlyInAnyOrder(
            "declarant1",
            "declarant2",
            "declarant3",
            "responder1",
            "responder2",
            "lead1",
            "lead2",
            "ars1",
            "admin1");
  }

  private ClientRepresentation client(String id) {
    return realm.getClients().stream()
        .filter(client -> client.getClientId().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
