package org.pris.local;

import java.util.UUID;

/** Words that stand nowhere else: where one of them turns up, a text has got out. */
final class Canary {

  /** In every text that a test writes, whatever it is about. */
  static final String WORD = "canari" + UUID.randomUUID().toString().substring(0, 8);

  static final String PHONE = "+33639980077";

  private Canary() {}

  static String text(String of) {
    return WORD + " dans " + of;
  }

  static String mail() {
    return WORD + "@hopital.example";
  }
}
