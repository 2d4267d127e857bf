package org.pris.web.signin;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.pris.web.session.Keycloak;
import org.pris.web.session.SessionAttribute;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The way to Keycloak and back to the page that asked. */
@Hidden
@RestController
class SignInController {

  @GetMapping("/sign-in")
  @PreAuthorize("permitAll()")
  ResponseEntity<Void> signIn(
      @RequestParam(required = false) @Nullable String to, HttpServletRequest request) {
    request.getSession().setAttribute(SessionAttribute.TO.attribute, LocalPath.of(to).orElse("/"));
    return ResponseEntity.status(302)
        .location(URI.create("/oauth2/authorization/" + Keycloak.REGISTRATION))
        .build();
  }
}
