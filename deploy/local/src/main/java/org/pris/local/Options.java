package org.pris.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked for on the command line. */
public record Options(
    boolean demo,
    boolean fresh,
    boolean demoRealm,
    boolean prepareOnly,
    int portOffset,
    @Nullable String mongo,
    @Nullable String onThisDatabase,
    @Nullable String listen) {

  static final Options DEFAULTS = new Options(false, false, true, false, 0, null, null, null);

  /** Forgets itself: for a training run in a temporary folder. */
  static Options training() {
    return new Options(false, false, true, true, 0, "embedded", null, null);
  }

  public static Options parse(String... arguments) {
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    var options = DEFAULTS;
    while (!rest.isEmpty()) {
      options = options.with(rest.remove(), rest);
    }
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

  private Options with(String option, Deque<String> rest) {
    return switch (option) {
      case "--demo" ->
          new Options(
              true, fresh, demoRealm, prepareOnly, portOffset, mongo, onThisDatabase, listen);
      case "--fresh" ->
          new Options(
              demo, true, demoRealm, prepareOnly, portOffset, mongo, onThisDatabase, listen);
      case "--without-demo-realm" ->
          new Options(demo, fresh, false, prepareOnly, portOffset, mongo, onThisDatabase, listen);
      case "--prepare-only" ->
          new Options(demo, fresh, demoRealm, true, portOffset, mongo, onThisDatabase, listen);
      case "--port-offset" ->
          new Options(
              demo,
              fresh,
              demoRealm,
              prepareOnly,
              offset(value(option, rest)),
              mongo,
              onThisDatabase,
              listen);
      case "--mongo" ->
          new Options(
              demo,
              fresh,
              demoRealm,
              prepareOnly,
              portOffset,
              value(option, rest),
              onThisDatabase,
              listen);
      case "--on-this-database" ->
          new Options(
              demo, fresh, demoRealm, prepareOnly, portOffset, mongo, value(option, rest), listen);
      case "--listen" ->
          new Options(
              demo,
              fresh,
              demoRealm,
              prepareOnly,
              portOffset,
              mongo,
              onThisDatabase,
              value(option, rest));
      default -> throw new StartFailed("Unknown option " + option + ": see --help");
    };
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new StartFailed(option + " needs a value: see --help");
    }
    return rest.remove();
  }

  private static int offset(String value) {
    try {
      var offset = Integer.parseInt(value);
      if (offset < 0 || offset > 38_000) {
        throw new StartFailed("--port-offset is between 0 and 38000");
      }
      return offset;
    } catch (NumberFormatException e) {
      throw new StartFailed("--port-offset needs a number, not " + value, e);
    }
  }

  /**
   * Emptying, or filling with stories, a database elsewhere is never a slip of the finger.
   *
   * @param mongo where it would happen
   */
  void checkDatabase(MongoChoice mongo) {
    if ((demo || fresh) && !mongo.isOnLoopback() && !mongo.hosts().equals(onThisDatabase)) {
      throw new StartFailed(
          "%s would change databases on %s, which is not this machine. If that is meant, repeat its"
                  .formatted(fresh ? "--fresh" : "--demo", mongo.hosts())
              + " host: --on-this-database "
              + mongo.hosts());
    }
  }
}
