package org.pris.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.representations.idm.AuthenticationExecutionExportRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

@DisplayName("The realm")
class RealmTest {

  private static final Path REALM = Path.of("../keycloak/pris-realm.json");
  private static final Path DEMO = Path.of("demo-realm.json");
  private static final Map<String, String> VALUES =
      Map.of(
          "PRIS_WEB_URL", "https://pris.example",
          "PRIS_WEB_BACKCHANNEL_URL", "http://web:8080",
          "PRIS_WEB_CLIENT_SECRET", "a\"\\$1secret",
          "PRIS_ARS_CLIENT_SECRET", "another");

  private final RealmRepresentation realm = RealmStepFile.read(List.of(REALM), VALUES);
  private final RealmRepresentation demo = RealmStepFile.read(List.of(REALM, DEMO), VALUES);

  RealmTest() throws IOException {}

  @Test
  @DisplayName("has no person and no client for scripts")
  void nobody() throws IOException {
    assertThat(realm.getUsers())
        .isNotEmpty()
        .allSatisfy(user -> assertThat(user.getServiceAccountClientId()).isNotBlank())
        .allSatisfy(user -> assertThat(user.getCredentials()).isNull());
    assertThat(realm.getClients()).noneMatch(client -> client.getClientId().equals("pris-cli"));
    assertThat(Files.readString(REALM)).doesNotContain("pris-cli", "pris-demo", "declarant");
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
    var json = new ObjectMapper().readTree(REALM.toFile());

    assertThat(json.findValuesAsText("secret"))
        .containsExactlyInAnyOrder("${PRIS_WEB_CLIENT_SECRET}", "${PRIS_ARS_CLIENT_SECRET}");
    assertThat(client("pris-web").getSecret()).isEqualTo("a\"\\$1secret");
    assertThatThrownBy(() -> RealmStepFile.read(List.of(REALM), Map.of()))
        .hasStackTraceContaining("is not set");
  }

  @Test
  @DisplayName("refuses a setting that Keycloak does not know")
  void misspelt(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("realm.json"), "{\"bruteForceProtectd\": true}");

    assertThatThrownBy(() -> RealmStepFile.read(List.of(file), VALUES))
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
  @DisplayName("asks everyone for a second factor")
  void secondFactor() {
    assertThat(realm.getBrowserFlow()).isEqualTo("pris browser");
    assertThat(realm.getAuthenticationFlows())
        .filteredOn(flow -> flow.getAlias().equals("pris browser sign-in"))
        .flatExtracting(flow -> flow.getAuthenticationExecutions())
        .extracting(
            AuthenticationExecutionExportRepresentation::getAuthenticator,
            AuthenticationExecutionExportRepresentation::getRequirement)
        .containsExactly(
            tuple("auth-username-password-form", "REQUIRED"), tuple("auth-otp-form", "REQUIRED"));
  }

  @Test
  @DisplayName("slows guessing down to five minutes and locks nobody out for good")
  void bruteForce() {
    assertThat(realm.isBruteForceProtected()).isTrue();
    assertThat(realm.isPermanentLockout()).isFalse();
    assertThat(realm.getMaxTemporaryLockouts()).isZero();
    assertThat(realm.getMaxFailureWaitSeconds()).isEqualTo(300);
    assertThat(realm.getFailureFactor()).isLessThanOrEqualTo(5);
  }

  @Test
  @DisplayName("lets nobody register, reset by mail, or change name or mail address")
  void selfService() throws IOException {
    assertThat(realm.isRegistrationAllowed()).isFalse();
    assertThat(realm.isResetPasswordAllowed()).isFalse();
    assertThat(realm.isLoginWithEmailAllowed()).isFalse();
    assertThat(realm.isEditUsernameAllowed()).isFalse();
    assertThat(realm.getSmtpServer()).isNullOrEmpty();
    assertThat(realm.getRequiredActions())
        .filteredOn(action -> List.of("UPDATE_EMAIL", "VERIFY_EMAIL").contains(action.getAlias()))
        .hasSize(2)
        .noneMatch(RequiredActionProviderRepresentation::isEnabled);
    assertThat(profile().has("unmanagedAttributePolicy")).isFalse();
    assertThat(profile().get("attributes"))
        .hasSize(4)
        .allSatisfy(attribute ->
            assertThat(attribute.get("permissions").get("edit").toString())
                .isEqualTo("[\"admin\"]"));
  }

  @Test
  @DisplayName("ends a token after 15 minutes and a session after 60 idle ones or 12 hours")
  void lifetimes() {
    assertThat(realm.getAccessTokenLifespan()).isEqualTo(15 * 60);
    assertThat(realm.getSsoSessionIdleTimeout()).isEqualTo(60 * 60);
    assertThat(realm.getSsoSessionMaxLifespan()).isEqualTo(12 * 60 * 60);
    assertThat(realm.isRememberMe()).isFalse();
  }

  @Test
  @DisplayName("speaks French first, and English")
  void languages() {
    assertThat(realm.getDefaultLocale()).isEqualTo("fr");
    assertThat(realm.getSupportedLocales()).containsExactlyInAnyOrder("fr", "en");
    assertThat(realm.getLoginTheme()).isEqualTo("pris");
  }

  @Test
  @DisplayName("of the demo loosens the second factor and the password's length, nothing else")
  void demonstration() throws IOException {
    assertThat(new ObjectMapper().readTree(DEMO.toFile()).fieldNames())
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
            "ars1",
            "admin1");
  }

  private JsonNode profile() throws IOException {
    var component =
        realm.getComponents().getFirst("org.keycloak.userprofile.UserProfileProvider").getConfig();
    return new ObjectMapper().readTree(component.getFirst("kc.user.profile.config"));
  }

  private ClientRepresentation client(String id) {
    return realm.getClients().stream()
        .filter(client -> client.getClientId().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
