package org.pris.web;

import java.net.URI;
import java.util.List;
import org.pris.platform.web.EmergencyNumber;
import org.pris.platform.web.Installation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What differs from one installation to the next; public, for the numbers help before sign-in. */
@RestController
class SettingsController {

  /**
   * @param accountUrl where people change their password and second factor
   */
  record Settings(
      String region,
      List<EmergencyNumber> emergencyNumbers,
      URI nationalPortal,
      String accountUrl) {}

  private final Settings settings;

  SettingsController(
      WebSettings web, Installation installation, @Value("${pris.issuer}") String issuer) {
    settings =
        new Settings(
            web.region(),
            installation.emergencyNumbers(),
            web.nationalPortal(),
            issuer + "/account");
  }

  @GetMapping("/api/settings")
  @PreAuthorize("permitAll()")
  Settings settings() {
    return settings;
  }
}
