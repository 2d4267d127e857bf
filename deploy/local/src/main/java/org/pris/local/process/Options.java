package org.pris.local.process;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param productionFlags whether the services' JVMs run as in their containers, not as on a laptop
 */
public record Options(
    boolean demo,
    boolean fresh,
    boolean demoRealm,
    boolean prepareOnly,
    boolean productionFlags,
    int portOffset,
    int instances,
    @Nullable String mongo,
    @Nullable String onThisDatabase,
    @Nullable String listen) {

  private static final Set<String> FLAGS =
      Set.of("--demo", "--fresh", "--without-demo-realm", "--prepare-only", "--production-flags");

  private static final Set<String> VALUED =
      Set.of("--port-offset", "--instances", "--mongo", "--on-this-database", "--listen");

  public static final Options DEFAULTS = parse();

  /** Forgets itself: for a training run in a temporary folder. */
  public static Options training() {
    return parse("--prepare-only", "--mongo", "embedded");
  }

  public static Options parse(String... arguments) {
    var given = given(arguments);
    var options =
        new Options(
            given.containsKey("--demo"),
            given.containsKey("--fresh"),
            !given.containsKey("--without-demo-realm"),
            given.containsKey("--prepare-only"),
            given.containsKey("--production-flags"),
            number(given, "--port-offset", 0, 0, 38_000),
            number(given, "--instances", 1, 1, Ports.MOST_INSTANCES),
            given.get("--mongo"),
            given.get("--on-this-database"),
            given.get("--listen"));
    if (options.listen != null && options.demoRealm) {
      throw new StartFailed(
          "--listen opens it to the network, and the demo realm has accounts whose password is in"
              + " the documentation: add --without-demo-realm");
    }
    if (options.demo && !options.demoRealm) {
      throw new StartFailed("--demo is played by the people of the demo realm: leave one out");
    }
    if ("0.0.0.0".equals(options.listen) || "::".equals(options.listen)) {
      throw new StartFailed("--listen needs the address that others reach this machine by");
    }
    return options;
  }

  private static Map<String, String> given(String... arguments) {
    var given = new HashMap<String, String>();
    var rest = new ArrayDeque<>(List.of(arguments));
    while (!rest.isEmpty()) {
      var option = rest.remove();
      if (FLAGS.contains(option)) {
        given.put(option, "");
      } else if (!VALUED.contains(option)) {
        throw new StartFailed("Unknown option " + option + ": see --help");
      } else if (rest.isEmpty()) {
        throw new StartFailed(option + " needs a value: see --help");
      } else {
        given.put(option, rest.remove());
      }
    }
    return given;
  }

  private static int number(
      Map<String, String> given, String option, int unlessGiven, int least, int most) {
    var value = given.get(option);
    if (value == null) {
      return unlessGiven;
    }
    try {
      var number = Integer.parseInt(value);
      if (number < least || number > most) {
        throw new StartFailed("%s is between %d and %d".formatted(option, least, most));
      }
      return number;
    } catch (NumberFormatException e) {
      throw new StartFailed(option + " needs a number, not " + value, e);
    }
  }
}
