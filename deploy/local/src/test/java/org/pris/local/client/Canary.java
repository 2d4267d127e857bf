package org.pris.local.client;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Words that stand nowhere else: where one of them turns up, a text has got out. */
public final class Canary {

  /** In every text that a test writes, whatever it is about. */
  public static final String WORD = "canari" + UUID.randomUUID().toString().substring(0, 8);

  public static final String PHONE = "+33639980077";

  /** In the form of a number of the national register: a woman's, of a department that is none. */
  public static final String REGISTER = "269059958815743";

  /** What was given to browsers of this run, and lets in whoever has it. */
  private static final Set<String> COOKIES = ConcurrentHashMap.newKeySet();

  private Canary() {}

  public static String text(String of) {
    return WORD + " dans " + of;
  }

  static void cookie(String value) {
    if (value.length() >= 16) { // shorter is no secret: "0", "fr"
      COOKIES.add(value);
    }
  }

  public static Set<String> cookies() {
    return Set.copyOf(COOKIES);
  }

  static String mail() {
    return WORD + "@hopital.example";
  }
}
