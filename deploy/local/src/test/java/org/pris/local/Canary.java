package org.pris.local;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Words that stand nowhere else: where one of them turns up, a text has got out. */
final class Canary {

  /** In every text that a test writes, whatever it is about. */
  static final String WORD = "canari" + UUID.randomUUID().toString().substring(0, 8);

  static final String PHONE = "+33639980077";

  /** In the form of a number of the national register: a woman's, of a department that is none. */
  static final String REGISTER = "269059958815743";

  /** What was given to browsers of this run, and lets in whoever has it. */
  private static final Set<String> COOKIES = ConcurrentHashMap.newKeySet();

  private Canary() {}

  static String text(String of) {
    return WORD + " dans " + of;
  }

  static void cookie(String value) {
    if (value.length() >= 16) { // shorter is no secret: "0", "fr"
      COOKIES.add(value);
    }
  }

  static Set<String> cookies() {
    return Set.copyOf(COOKIES);
  }

  static String mail() {
    return WORD + "@hopital.example";
  }
}
