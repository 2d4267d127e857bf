package org.pris.local.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.pris.local.Stack;
import org.pris.local.process.Folders;
import org.pris.local.process.Options;
import org.pris.local.process.Ports;

/**
 * The whole system, as {@code deploy/local/start} runs it: started once for all end-to-end tests of
 * a run, on free ports, and ended with it. What it left stays in {@code target/e2e} for a look.
 *
 * <p>On the embedded stand-in, unless {@code -Dpris.mongo} names another, as {@code --mongo} does;
 * {@code -Dpris.instances=2} starts two of each service.
 */
public final class EndToEnd {

  /** Apart, for threads that start it speak through the outer class, which must be ready then. */
  private static final class Started {
    private static final Stack STACK = start();
  }

  private EndToEnd() {}

  public static Stack stack() {
    return Started.STACK;
  }

  public static Path logs() {
    return stack().home().folder().resolve("logs");
  }

  private static Stack start() {
    var project = Folders.thisProject();
    var folder = project.resolve("deploy/local/target/e2e");
    Folders.delete(folder);
    var home = new Folders(project, folder);
    var options =
        Options.parse(
            "--fresh",
            "--mongo",
            System.getProperty("pris.mongo", "embedded"),
            "--instances",
            System.getProperty("pris.instances", "1"));
    var stack = Stack.start(options, home, Ports.free(options), line -> say(home, line));
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
    return stack;
  }

  private static void say(Folders home, String line) {
    try {
      Files.writeString(
          home.log("runner"),
          Instant.now() + " " + line + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
