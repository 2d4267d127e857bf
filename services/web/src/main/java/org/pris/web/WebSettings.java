package org.pris.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an installation says of itself.
 *
 * @param url as browsers reach it, without a path
 * @param clientSecret of Keycloak's client {@code pris-web}
 * @param services where the instances of each service listen, by its name
 * @param region shown beside the name
 * @param nationalPortal where the legal duty to declare is met
 */
@ConfigurationProperties("pris.web")
public record WebSettings(
    URI url,
    String clientSecret,
    Map<String, List<URI>> services,
    String region,
    URI nationalPortal) {

  public boolean isSecure() {
    return "https".equals(url.getScheme());
  }

  /** Browsers keep the prefix for this origin alone, and only with https. */
  public String sessionCookie() {
    return isSecure() ? "__Host-pris" : "pris";
  }
}
