package org.pris.local.client;

import java.util.regex.Pattern;

/** What no answer to anybody may hold: how the inside looks. */
public final class Quiet {

  private static final Pattern INSIDE =
      Pattern.compile(
          "Exception|\\bat"
              + " (org|java|com|tools|jakarta)\\.|org\\.(pris|springframework|apache)\\.|com\\.mongodb|com\\.nimbusds|tools\\.jackson|java\\.(lang|util|io)\\.|Apache"
              + " Tomcat|MongoServer|E11000|KafkaTemplate|\\$where|sleep\\(");

  private Quiet() {}

  public static void check(String asked, String answer) {
    var inside = INSIDE.matcher(answer);
    if (inside.find()) {
      throw new AssertionError(
          "%s answered with what is inside, '%s': %s".formatted(asked, inside.group(), answer));
    }
  }
}
