package org.pris.platform.web;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What one installation sets for all of its services.
 *
 * @param emergencyNumbers the response provider's own first
 * @param limits how much may be asked
 */
@ConfigurationProperties("pris")
public record Installation(List<EmergencyNumber> emergencyNumbers, Limits limits) {

  /**
   * @param times how many times as much as the rates say; a bench or a test raises all of them so
   * @param rates by what is limited, and by whose requests are counted together
   */
  record Limits(int times, Map<String, Map<RateLimited.By, Rate>> rates) {}

  /**
   * @param perMinute what comes back in a minute
   * @param burst what may be asked at once after a rest
   */
  record Rate(int perMinute, int burst) {}
}
