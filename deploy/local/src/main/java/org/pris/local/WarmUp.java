package org.pris.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.pris.local.keycloak.KeycloakProgram;
import org.pris.local.process.ExtractedJar;
import org.pris.local.process.Folders;
import org.pris.local.process.Instance;
import org.pris.local.process.Options;
import org.pris.local.process.Ports;
import org.pris.local.process.StartFailed;

/** What a build leaves to be done once before a quick start. */
final class WarmUp {

  private WarmUp() {}

  /** Keycloak's program, when all is ready to be started. */
  static Path of(Folders home, Consumer<String> console) {
    var jars =
        CompletableFuture.runAsync(
            () -> jars(home).forEach(ExtractedJar::extract), Thread::startVirtualThread);
    var keycloak = KeycloakProgram.prepare(home, console);
    jars.join();
    return keycloak;
  }

  /**
   * Starts and ends everything once, so that each service leaves a cache of the classes it loaded:
   * with it, it is ready in half the time. One changed since simply starts without.
   */
  static void train(Folders home, Consumer<String> console) {
    of(home, console);
    if (jars(home).anyMatch(ExtractedJar::isTrained)) {
      return;
    }
    console.accept("Starting everything once, for quick starts from now on (a minute or two)");
    try {
      var folder = Files.createTempDirectory("pris-training");
      var once = new Folders(home.project(), folder);
      var options = Options.training();
      Stack.start(options, once, Ports.free(options), _ -> {}).close();
      Folders.delete(folder);
    } catch (IOException | StartFailed e) {
      console.accept("That failed; the next start will show why, or only be slower");
    }
  }

  private static Stream<ExtractedJar> jars(Folders home) {
    return Instance.NAMES.stream().map(it -> new ExtractedJar(home, it));
  }
}
