package org.pris.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an installation says of itself.
 *
 * @param url as browsers reach it, without a path
 * @param clientSecret of Keycloak's client {@code pris-web}
 * @param services where each service listens, by its name
 * @param region shown beside the name
 * @param nationalPortal where the legal duty to declare is met
 * @param emergencyNumbers who answers, and when
 */
@ConfigurationProperties("pris.web")
record WebSettings(
    URI url,
    String clientSecret,
    Map<String, URI> services,
    String region,
    URI nationalPortal,
    List<EmergencyNumber> emergencyNumbers) {

  /**
   * @param code PRIS, CERT_SANTE or ARS: the user interface has the name of each
   * @param number as one dials it in France
   * @param hours when it answers; null: day and night
   */
  record EmergencyNumber(String code, String number, @Nullable Hours hours) {}

  /** A phrase in each language. */
  record Hours(String fr, String en) {}

  boolean isSecure() {
    return "https".equals(url.getScheme());
  }
}
