package org.pris.web;

import static org.springframework.security.config.Customizer.withDefaults;

import org.pris.platform.RateLimits;
import org.pris.platform.Refusals;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OidcBackChannelLogoutHandler;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.session.InMemoryOidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Who comes in how: machines with a token of their own, people with a session. */
@Configuration(proxyBeanMethods = false)
class Door {

  /** Styles inline because of Mantine; all else from here alone. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:"
          + " blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  /** A request that brings a token is a machine's: no session, no cookie, hence no CSRF. */
  @Bean
  @Order(1)
  SecurityFilterChain machines(HttpSecurity http, Refusals refusals) {
    return http.securityMatcher(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null)
        .csrf(csrf -> csrf.disable())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests ->
            requests.requestMatchers("/actuator/**").denyAll().anyRequest().authenticated())
        .headers(Door::headers)
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .oauth2ResourceServer(server ->
            server
                .jwt(withDefaults())
                .authenticationEntryPoint(refusals)
                .accessDeniedHandler(refusals))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain people(
      HttpSecurity http,
      Refusals refusals,
      RateLimits limits,
      SignedOut signedOut,
      SignedIn signedIn,
      Tokens tokens,
      JwtDecoder decoder,
      WebSettings settings,
      OidcSessionRegistry sessions,
      @Value("${server.servlet.session.cookie.name}") String cookieName) {
    var paths = PathPatternRequestMatcher.withDefaults();
    return http.authorizeHttpRequests(requests ->
            requests
                .requestMatchers("/api/settings")
                .permitAll()
                .requestMatchers("/api/**")
                .authenticated()
                .anyRequest() // the user interface itself, health, sign-in
                .permitAll())
        .csrf(csrf -> csrf.csrfTokenRepository(cookie(settings)).csrfTokenRequestHandler(eager()))
        .headers(Door::headers)
        .requestCache(cache -> cache.disable()) // the page says where it wants back to
        .oauth2Login(login ->
            login
                .loginPage("/sign-in")
                .tokenEndpoint(token -> token.accessTokenResponseClient(exchanging()))
                .successHandler(signedIn)
                .failureHandler(signedIn))
        .oidcLogout(logout ->
            logout
                .oidcSessionRegistry(sessions)
                .backChannel(channel -> channel.logoutHandler(everywhere(sessions, cookieName))))
        .logout(logout ->
            logout
                .logoutRequestMatcher(paths.matcher("/sign-out"))
                .logoutSuccessHandler(signedOut)
                .deleteCookies("pris", "__Host-pris"))
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .addFilterBefore(
            new SignInLimit(limits, refusals), OAuth2AuthorizationRequestRedirectFilter.class)
        .addFilterBefore(new SessionCaller(tokens, decoder), AuthorizationFilter.class)
        .build();
  }

  /** Which session of ours belongs to which of Keycloak's, for its word that one has ended. */
  @Bean
  OidcSessionRegistry keycloakSessions() {
    return new InMemoryOidcSessionRegistry();
  }

  private static RestClientAuthorizationCodeTokenResponseClient exchanging() {
    var client = new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(Tokens.impatient());
    return client;
  }

  private static OidcBackChannelLogoutHandler everywhere(
      OidcSessionRegistry sessions, String cookieName) {
    var handler = new OidcBackChannelLogoutHandler(sessions);
    handler.setSessionCookieName(cookieName);
    return handler;
  }

  @Bean
  OAuth2AuthorizedClientRepository authorizedClients() {
    return new HttpSessionOAuth2AuthorizedClientRepository();
  }

  @Bean
  SignedOut signedOut(ClientRegistrationRepository clients, WebSettings settings) {
    return new SignedOut(clients, settings);
  }

  @Bean
  SignedIn signedIn() {
    return new SignedIn();
  }

  private static CookieCsrfTokenRepository cookie(WebSettings settings) {
    var cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
    cookie.setCookieCustomizer(it -> it.sameSite("Lax").secure(settings.isSecure()));
    return cookie;
  }

  /** The cookie comes with every answer, and the value is compared as it is: no body holds it. */
  private static CsrfTokenRequestAttributeHandler eager() {
    var handler = new CsrfTokenRequestAttributeHandler();
    handler.setCsrfRequestAttributeName(null);
    return handler;
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            permissions -> permissions.policy("camera=(), microphone=(), geolocation=()"))
        .cacheControl(cache -> cache.disable()); // Caching says it path by path
  }
}
