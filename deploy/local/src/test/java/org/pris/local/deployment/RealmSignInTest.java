package org.pris.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.AuthenticationExecutionExportRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

@DisplayName("The realm")
class RealmSignInTest {

  private final RealmRepresentation realm = Realms.production();

  RealmSignInTest() throws IOException {}

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

  private JsonNode profile() throws IOException {
    var component =
        realm.getComponents().getFirst("org.keycloak.userprofile.UserProfileProvider").getConfig();
    return new ObjectMapper().readTree(component.getFirst("kc.user.profile.config"));
  }
}
