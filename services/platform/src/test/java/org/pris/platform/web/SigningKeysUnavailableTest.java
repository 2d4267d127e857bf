package org.pris.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import tools.jackson.databind.json.JsonMapper;

/** Through the filter that reads bearer tokens, with the decoder failing as Nimbus's does. */
@DisplayName("A bearer token")
class SigningKeysUnavailableTest {

  @Test
  @DisplayName("that cannot be checked while Keycloak is away is answered 503, not 401")
  void away() throws Exception {
    var answer =
        answer(_ -> {
          throw new JwtException("Couldn't retrieve JWK set from URL: Connection refused");
        });

    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
    assertThat(answer.getContentType()).isEqualTo("application/problem+json");
    assertThat(answer.getContentAsString()).contains("urn:pris:problem:unavailable");
  }

  @Test
  @DisplayName("that was checked and is wrong is answered 401")
  void wrong() throws Exception {
    var answer =
        answer(_ -> {
          throw new BadJwtException("Signed JWT rejected: Invalid signature");
        });

    assertThat(answer.getStatus()).isEqualTo(401);
    assertThat(answer.getContentAsString()).contains("urn:pris:problem:unauthenticated");
  }

  @Test
  @DisplayName(
      "that names a key nobody has is wrong once keys were had, and cannot be judged before")
  void unknownKey() {
    var decoder = SigningKeysUnavailable.told(SigningKeysUnavailableTest::decode);

    assertThatThrownBy(() -> decoder.decode("unknown")).isInstanceOf(SigningKeysUnavailable.class);
    decoder.decode("good");
    assertThatThrownBy(() -> decoder.decode("unknown")).isInstanceOf(BadJwtException.class);
  }

  private static Jwt decode(String token) {
    if (token.equals("unknown")) {
      throw new JwtException("No key", new RateLimitReachedException());
    }
    return Jwt.withTokenValue(token).header("alg", "RS256").subject("one").build();
  }

  private static MockHttpServletResponse answer(JwtDecoder decoder) throws Exception {
    var provider = new JwtAuthenticationProvider(SigningKeysUnavailable.told(decoder));
    var filter = new BearerTokenAuthenticationFilter(new ProviderManager(List.of(provider)));
    filter.setAuthenticationEntryPoint(
        new SecurityProblemHandler(
            JsonMapper.shared(),
            new Installation(List.of(), new Installation.Limits(1, Map.of()))));
    var request = new MockHttpServletRequest("GET", "/api/cases");
    request.addHeader("Authorization", "Bearer a.b.c");
    var response = new MockHttpServletResponse();
    filter.doFilter(request, response, new MockFilterChain());
    return response;
  }
}
