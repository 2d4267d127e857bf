package org.pris.web;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import org.pris.platform.web.RateLimits;
import org.pris.platform.web.SecurityProblemHandler;
import org.pris.web.session.SessionCaller;
import org.pris.web.session.TokenEndpoint;
import org.pris.web.session.Tokens;
import org.pris.web.signin.SignInLimit;
import org.pris.web.signin.SignInSuccessHandler;
import org.pris.web.signin.SignOutSuccessHandler;
import org.pris.web.signin.UnauthenticatedEntryPoint;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.SingleResultAuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Who comes in how: machines with a token of their own, people with a session. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

  /** Styles inline because of Mantine; all else from here alone. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src"
          + " 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private static final long YEAR = Duration.ofDays(365).toSeconds();

  /** A person waits: longer than behind a request of their session. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A request that brings a token is a machine's: no session, no cookie, hence no CSRF. */
  @Bean
  @Order(1)
  SecurityFilterChain machines(
      HttpSecurity http, SecurityProblemHandler refusals, WebSettings settings) {
    return http.securityMatcher(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null)
        .csrf(csrf -> csrf.disable())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR) // was refused already
                .permitAll()
                .requestMatchers("/actuator/**")
                .denyAll()
                .anyRequest()
                .authenticated())
        .headers(headers -> headers(headers, settings))
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
      SecurityProblemHandler refusals,
      UnauthenticatedEntryPoint unsigned,
      RateLimits limits,
      SignOutSuccessHandler signedOut,
      SignInSuccessHandler signedIn,
      Tokens tokens,
      JwtDecoder decoder,
      WebSettings settings,
      OidcSessionRegistry sessions,
      @Value("${pris.web.open-documents}") boolean openDocuments,
      Clock clock) {
    var paths = PathPatternRequestMatcher.withDefaults();
    return http.authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR) // was refused already
                .permitAll()
                .requestMatchers("/api/settings")
                .permitAll()
                .requestMatchers("/api/**")
                .authenticated()
                .requestMatchers("/actuator/health/**")
                .permitAll()
                .requestMatchers("/actuator/**") // this port is the published one
                .denyAll()
                .requestMatchers("/api-docs/**", "/swagger-ui/**")
                .access(documents(openDocuments))
                .anyRequest() // the user interface itself, health, sign-in
                .permitAll())
        .csrf(csrf -> csrf.csrfTokenRepository(cookie(settings)).csrfTokenRequestHandler(eager()))
        .headers(headers -> headers(headers, settings))
        .requestCache(cache -> cache.disable()) // the page says where it wants back to
        .oauth2Login(login ->
            login
                .loginPage("/sign-in")
                .tokenEndpoint(token -> token.accessTokenResponseClient(exchanging()))
                .successHandler(signedIn)
                .failureHandler(signedIn))
        .oidcLogout(logout -> logout.oidcSessionRegistry(sessions).backChannel(withDefaults()))
        .logout(logout ->
            logout
                .logoutRequestMatcher(paths.matcher(HttpMethod.POST, "/sign-out"))
                .logoutSuccessHandler(signedOut))
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(unsigned).accessDeniedHandler(refusals))
        .addFilterBefore(
            new SignInLimit(limits, refusals), OAuth2AuthorizationRequestRedirectFilter.class)
        .addFilterBefore(new SessionCaller(tokens, decoder, clock), AuthorizationFilter.class)
        .build();
  }

  /** What the API says about itself is for whoever works on it, and for whoever has signed in. */
  private static AuthorizationManager<RequestAuthorizationContext> documents(boolean open) {
    return open
        ? SingleResultAuthorizationManager.permitAll()
        : AuthenticatedAuthorizationManager.authenticated();
  }

  private static RestClientAuthorizationCodeTokenResponseClient exchanging() {
    var client = new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(TokenEndpoint.impatient(PATIENCE));
    return client;
  }

  @Bean
  SignOutSuccessHandler signedOut(ClientRegistrationRepository clients, WebSettings settings) {
    return new SignOutSuccessHandler(clients, settings);
  }

  @Bean
  SignInSuccessHandler signedIn() {
    return new SignInSuccessHandler();
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

  private static void headers(HeadersConfigurer<HttpSecurity> headers, WebSettings settings) {
    headers
        // by what the installation says, not by what a request looks like behind a proxy
        .httpStrictTransportSecurity(
            strict -> strict.requestMatcher(_ -> settings.isSecure()).maxAgeInSeconds(YEAR))
        .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            permissions -> permissions.policy("camera=(), microphone=(), geolocation=()"))
        .cacheControl(cache -> cache.disable()); // Caching says it path by path
  }
}
