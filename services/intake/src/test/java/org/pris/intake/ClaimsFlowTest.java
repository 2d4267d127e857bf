package org.pris.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pris.contracts.Role;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Issuer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Tokens that are rightly signed, as a realm set up wrongly would make them. */
@FlowTest
@DisplayName("Claims of another shape")
class ClaimsFlowTest {

  private static final String OWN = "990000010";

  @Autowired Callers callers;

  private RestTestClient with(UnaryOperator<JWTClaimsSet.Builder> twist) {
    return callers.withToken(Issuer.token("odd", List.of(OWN), List.of(Role.DECLARANT), twist));
  }

  private static int list(RestTestClient by) {
    return by.get().uri("/api/declarations").exchange().returnResult().getStatus().value();
  }

  private static int declare(RestTestClient by) {
    return by.post()
        .uri("/api/declarations")
        .contentType(MediaType.APPLICATION_JSON)
        .body(DeclarationBodies.declaration(OWN).toString())
        .exchange()
        .returnResult()
        .getStatus()
        .value();
  }

  static Stream<Object> roles() {
    return Stream.of(
        "DECLARANT",
        "DECLARANT LEAD",
        "ROLE_DECLARANT",
        Map.of("0", "DECLARANT"),
        Map.of("roles", List.of("DECLARANT")),
        List.of(List.of("DECLARANT")),
        List.of(Map.of("name", "DECLARANT")),
        List.of("declarant"),
        List.of("DECLARANT "),
        List.of("ROLE_DECLARANT"),
        List.of("DECLARANT\u0000"),
        List.of("DECLARANT,LEAD"),
        List.of(1, true, 2.5),
        List.of(),
        1,
        true,
        Collections.nCopies(700, "X".repeat(20)));
  }

  @ParameterizedTest
  @MethodSource("roles")
  @DisplayName("give no role:")
  void noRole(Object roles) {
    assertThat(list(with(it -> it.claim("roles", roles)))).isEqualTo(403);
  }

  @Test
  @DisplayName("give no role where there are none, and a known one beside any that are not")
  void someRoles() {
    assertThat(list(with(it -> it.claim("roles", null)))).isEqualTo(403);
    assertThat(list(with(it -> it.claim("roles", List.of(1, "x", "DECLARANT"))))).isEqualTo(200);
  }

  static Stream<Object> groups() {
    return Stream.of(
        "/establishments/" + OWN,
        OWN,
        List.of(OWN),
        List.of("establishments/" + OWN),
        List.of("/Establishments/" + OWN),
        List.of("//establishments/" + OWN),
        List.of("/establishments//" + OWN),
        List.of("/establishments/" + OWN + "/"),
        List.of("/establishments/" + OWN + "/admins"),
        List.of("/establishments/" + OWN + "/admins/x"),
        List.of("/establishments/" + OWN + "/x"),
        List.of("/establishments/" + OWN + "\n"),
        List.of("/establishments/x\n/establishments/" + OWN),
        List.of("/x/establishments/" + OWN),
        List.of("/establishments/" + OWN + " "),
        List.of("/establishments/" + OWN + "\u0000"),
        List.of("/establishments/99000001\u0660"),
        List.of("/establishments/*"),
        List.of("/establishments/.*"),
        List.of("/establishments"),
        List.of(List.of("/establishments/" + OWN)),
        List.of(Map.of("path", "/establishments/" + OWN)),
        Map.of("0", "/establishments/" + OWN),
        List.of(990000010),
        990000010,
        Collections.nCopies(300, "/establishments/9900000"));
  }

  @ParameterizedTest
  @MethodSource("groups")
  @DisplayName("give no establishment:")
  void noEstablishment(Object groups) {
    var odd = with(it -> it.claim("establishments", groups));

    assertThat(declare(odd)).isEqualTo(422);
    assertThat(list(odd)).isEqualTo(200);
  }

  @Test
  @DisplayName("about when, of whom and for whom are refused")
  void envelope() {
    var soon = Date.from(Instant.now().plus(Duration.ofMinutes(10)));
    var ago = Date.from(Instant.now().minus(Duration.ofMinutes(10)));
    for (UnaryOperator<JWTClaimsSet.Builder> twist :
        List.<UnaryOperator<JWTClaimsSet.Builder>>of(
            it -> it.notBeforeTime(soon),
            it -> it.expirationTime(ago),
            it -> it.subject(null),
            it -> it.subject(" "),
            it -> it.audience("pris-web"),
            it -> it.audience(List.of()),
            it -> it.audience("pris-api "),
            it -> it.audience("PRIS-API"),
            it -> it.issuer(null),
            it -> it.issuer(Issuer.running().url() + "/"),
            it -> it.issuer(Issuer.running().url().replace("/pris", "/master")))) {
      assertThat(list(with(twist))).isEqualTo(401);
    }
  }

  @Test
  @DisplayName("of a name do no harm")
  void names() {
    for (Object name : List.of(1, List.of("x"), Map.of("$ne", "x"), "x".repeat(5_000), "\r\n")) {
      var odd = with(it -> it.claim("preferred_username", name).claim("name", name));
      assertThat(list(odd)).isEqualTo(200);
    }
  }
}
