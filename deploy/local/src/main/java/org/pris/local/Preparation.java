package org.pris.local;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What a build leaves to be done once before a quick start. */
final class Preparation {

  private Preparation() {}

  /** The program of Keycloak, when all is ready to be started. */
  static Path of(Home home, Consumer<String> console) {
    var jars =
        CompletableFuture.runAsync(
            () -> Services.NAMES.forEach(service -> ExtractedJar.of(home, service)));
    var keycloak = Keycloak.prepare(home, console);
    jars.join();
    return keycloak;
  }
}
