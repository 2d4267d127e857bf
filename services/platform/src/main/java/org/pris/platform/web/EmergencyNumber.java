package org.pris.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * Who answers when this system cannot.
 *
 * @param code PRIS, CERT_SANTE or ARS: the user interface has the name of each
 * @param number as one dials it in France
 * @param hours when it answers; null: day and night
 */
public record EmergencyNumber(String code, String number, @Nullable Hours hours) {

  /** A phrase in each language. */
  public record Hours(String fr, String en) {}
}
