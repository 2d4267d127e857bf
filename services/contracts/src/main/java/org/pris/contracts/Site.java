package org.pris.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An establishment by its two numbers.
 *
 * @param finess of the site (ET)
 * @param legalEntity of the legal entity (EJ) it belongs to
 * @param since when it joined the case: it reads nothing recorded before; null: it was there from
 *     the beginning
 */
public record Site(String finess, String legalEntity, @Nullable Instant since) {

  /** One that was there from the beginning. */
  public Site(String finess, String legalEntity) {
    this(finess, legalEntity, null);
  }
}
