package org.pris.platform.web;

import static org.springframework.security.config.Customizer.withDefaults;

import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.DispatcherType;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.pris.contracts.Person;
import org.pris.platform.Correlation;
import org.pris.platform.access.PersonResolver;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.util.StringUtils;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** A stateless resource server: every path needs a token of ours, and methods say which role. */
@AutoConfiguration(
    before = {
      ServletWebSecurityAutoConfiguration.class,
      WebMvcAutoConfiguration.class, // its own handler of problems steps back behind ours
      ErrorMvcAutoConfiguration.class,
      OAuth2ResourceServerAutoConfiguration.class,
      OAuth2ResourceServerWebSecurityAutoConfiguration.class
    })
@ConditionalOnWebApplication
@EnableMethodSecurity
@EnableConfigurationProperties(Installation.class)
@Import({ProblemHandler.class, FallbackErrorController.class})
class WebConfiguration implements WebMvcConfigurer {

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Person.class);
  }

  private final ObjectProvider<JsonMapper> json;

  WebConfiguration(ObjectProvider<JsonMapper> json) {
    this.json = json;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new PersonResolver());
  }

  /** JSON alone: libraries that happen to be there would read and write YAML by other rules. */
  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
    converters.withJsonConverter(
        new JacksonJsonHttpMessageConverter(StrictBodies.of(json.getObject())));
    converters.configureMessageConvertersList(all ->
        all.removeIf(it ->
            it.getSupportedMediaTypes().stream().anyMatch(MediaType.APPLICATION_YAML::includes)));
  }

  /** None for each filter and each check of each request: nobody looks, and they cost. */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  VisibleNotBlank visibleNotBlank() {
    return new VisibleNotBlank();
  }

  @Bean
  RecordSchemas recordSchemas() {
    return new RecordSchemas();
  }

  @Bean
  ProblemDocs problemDocs() {
    return new ProblemDocs();
  }

  @Bean
  FilterRegistrationBean<Correlation> correlation() {
    var registration = new FilterRegistrationBean<>(new Correlation());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return registration;
  }

  @Bean
  FilterRegistrationBean<BodyLimit> bodyLimit() {
    var registration = new FilterRegistrationBean<>(new BodyLimit());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
    return registration;
  }

  @Bean
  SecurityProblemHandler refusals(JsonMapper json, Installation installation) {
    return new SecurityProblemHandler(json, installation);
  }

  @Bean
  RateLimits rateLimits(Installation installation) {
    return new RateLimits(installation.limits(), TimeMeter.SYSTEM_MILLISECONDS);
  }

  @Bean
  WebMvcConfigurer beforehand(RateLimits limits, SecurityProblemHandler refusals) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PlainParameters());
        registry.addInterceptor(new RateLimitInterceptor(limits, refusals));
      }
    };
  }

  @Bean
  @ConditionalOnMissingBean
  SecurityFilterChain api(HttpSecurity http, SecurityProblemHandler refusals) {
    return http.csrf(csrf -> csrf.disable()) // no cookie is ever looked at
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR) // was refused already
                .permitAll()
                .requestMatchers("/actuator/health/**", "/actuator/prometheus", "/api-docs/**")
                .permitAll() // services listen on loopback or an inner network
                .anyRequest()
                .authenticated())
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .oauth2ResourceServer(server ->
            server
                .jwt(withDefaults())
                .authenticationEntryPoint(refusals)
                .accessDeniedHandler(refusals))
        .build();
  }

  /** Checks issuer, audience, and of whom. */
  @Bean
  @ConditionalOnMissingBean
  JwtDecoder jwtDecoder(
      @Value("${pris.issuer}") String issuer,
      @Value("${pris.jwks-uri:${pris.issuer}/protocol/openid-connect/certs}") URI keys,
      Clock clock)
      throws MalformedURLException {
    var decoder = NimbusJwtDecoder.withJwkSource(kept(keys.toURL())).build();
    OAuth2TokenValidator<Jwt> audience =
        new JwtClaimValidator<List<String>>(
            JwtClaimNames.AUD, it -> it != null && it.contains("pris-api"));
    OAuth2TokenValidator<Jwt> subject =
        new JwtClaimValidator<String>(JwtClaimNames.SUB, StringUtils::hasText);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefaultWithIssuer(issuer), audience, subject));
    return new CheckedTokens(SigningKeysUnavailable.told(decoder), clock, Ticker.systemTicker());
  }

  /** Keycloak's keys, through an outage of hours. */
  static JWKSource<SecurityContext> kept(URL keys) {
    return JWKSourceBuilder.<SecurityContext>create(keys)
        .retrying(true)
        .outageTolerant(Duration.ofHours(4).toMillis())
        .build();
  }

  @Bean
  @ConditionalOnMissingBean
  JwtAuthenticationConverter authorities() {
    var converter = new JwtAuthenticationConverter();
    converter.setJwtGrantedAuthoritiesConverter(PersonResolver::authorities);
    return converter;
  }
}
