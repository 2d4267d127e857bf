package org.pris.contracts;

/**
 * An establishment by its two numbers.
 *
 * @param finess of the site (ET)
 * @param legalEntity of the legal entity (EJ) it belongs to
 */
public record Site(String finess, String legalEntity) {}
