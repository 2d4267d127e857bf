package org.pris.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.pris.web.WebSettings;
import org.pris.web.session.Keycloak;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * After the session here ends, on to end it at Keycloak too. By a refresh, not a redirect: the
 * policy lets a form lead to this origin alone, and a redirect counts as where the form leads.
 */
public class SignOutSuccessHandler implements LogoutSuccessHandler {

  private final ClientRegistrationRepository clients;
  private final WebSettings settings;

  public SignOutSuccessHandler(ClientRegistrationRepository clients, WebSettings settings) {
    this.clients = clients;
    this.settings = settings;
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication caller)
      throws IOException {
    response.setHeader("Refresh", "0; url=" + next(caller));
    response.setContentType("text/html;charset=UTF-8");
    response.getWriter().write("<!doctype html><title>PRIS</title>");
  }

  private String next(@Nullable Authentication caller) {
    var home = settings.url() + "/";
    var client = clients.findByRegistrationId(Keycloak.REGISTRATION);
    if (client == null
        || !(caller instanceof OAuth2AuthenticationToken signedIn)
        || !(signedIn.getPrincipal() instanceof OidcUser user)) {
      return home;
    }
    var metadata = client.getProviderDetails().getConfigurationMetadata();
    return UriComponentsBuilder.fromUriString(String.valueOf(metadata.get("end_session_endpoint")))
        .queryParam("id_token_hint", user.getIdToken().getTokenValue())
        .queryParam("post_logout_redirect_uri", home)
        .encode()
        .toUriString();
  }
}
