package org.pris.web.session;

import java.util.Map;
import org.pris.web.WebSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/**
 * The client at Keycloak, written down rather than discovered, so that this service starts while
 * Keycloak is away.
 */
@Configuration(proxyBeanMethods = false)
public class Keycloak {

  public static final String REGISTRATION = "keycloak";

  /**
   * @param issuer as browsers reach it
   * @param inner the same as this service reaches it
   */
  @Bean
  ClientRegistrationRepository clients(
      WebSettings settings,
      @Value("${pris.issuer}") String issuer,
      @Value("${pris.issuer-inner:${pris.issuer}}") String inner) {
    var endpoints = "/protocol/openid-connect";
    var client =
        ClientRegistration.withRegistrationId(REGISTRATION)
            .clientId("pris-web")
            .clientSecret(settings.clientSecret())
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .clientSettings(
                ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
            .redirectUri(settings.url() + "/login/oauth2/code/" + REGISTRATION)
            .scope("openid", "profile")
            .issuerUri(issuer)
            .authorizationUri(issuer + endpoints + "/auth")
            .tokenUri(inner + endpoints + "/token")
            .jwkSetUri(inner + endpoints + "/certs")
            .userNameAttributeName("sub")
            .providerConfigurationMetadata(
                Map.of("end_session_endpoint", issuer + endpoints + "/logout"))
            .build();
    return new InMemoryClientRegistrationRepository(client);
  }
}
