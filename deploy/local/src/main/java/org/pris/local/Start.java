package org.pris.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.pris.local.process.Folders;
import org.pris.local.process.Options;
import org.pris.local.process.Ports;
import org.pris.local.process.StartFailed;

/** What {@code deploy/local/start} runs after it has built: the stack, until Ctrl-C. */
final class Start {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private Start() {}

  static void main(String... arguments) throws InterruptedException {
    try {
      run(Options.parse(arguments));
    } catch (StartFailed e) {
      System.err.println();
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void run(Options options) throws InterruptedException {
    var project = Folders.thisProject();
    var home = new Folders(project, project.resolve(".pris"));
    if (options.prepareOnly()) {
      WarmUp.train(home, Start::say);
      return;
    }
    var began = Instant.now();
    var stack = Stack.start(options, home, Ports.standard(options), Start::say);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack)));
    say("Ready after %d s".formatted(Duration.between(began, Instant.now()).toSeconds()));
    if (options.demo()) {
      Demo.play(stack, Start::say);
    }
    System.out.println(welcome(stack, options));
    Thread.currentThread().join();
  }

  private static void stop(Stack stack) {
    say("Stopping");
    stack.close();
    say("Stopped; the data stay in " + stack.home().folder());
  }

  private static String welcome(Stack stack, Options options) {
    var urls = stack.urls();
    var accounts =
        options.demoRealm()
            ? """
            Accounts (password pris-demo):
              declarant1, declarant2, declarant3    hospitals
              responder1, responder2, lead1, lead2  response provider
              ars1                                  regional health agency
              admin1                                operator
            """
            : "No accounts yet: make them at %s/admin, as operator, password in %s"
                .formatted(urls.keycloak(), stack.home().folder().resolve("secrets.properties"));
    return """

    PRIS is at %s

    %s
    What the regional agency's endpoint received: %s
    Logs: %s
    Ctrl-C stops everything.
    """
        .formatted(
            String.join(" and ", urls.webs()),
            accounts.strip(),
            urls.receiver(),
            shown(stack.home().folder()));
  }

  private static Path shown(Path folder) {
    var here = Path.of("").toAbsolutePath();
    return (folder.startsWith(here) ? here.relativize(folder) : folder).resolve("logs");
  }

  private static synchronized void say(String line) {
    System.out.println(LocalTime.now(ZoneId.systemDefault()).format(TIME) + "  " + line);
  }
}
