package org.pris.local.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import org.pris.local.process.Commands;
import org.pris.local.process.DownloadCache;
import org.pris.local.process.Folders;
import org.pris.local.process.Program;
import org.pris.local.process.StartFailed;

/** Keycloak's program, from the zip that Maven resolved: unpacked and built once for a machine. */
public final class KeycloakProgram {

  /** Fixed when it is built: changing one means building it again. */
  private static final List<String> BUILD =
      List.of("build", "--db=dev-file", "--health-enabled=true");

  private KeycloakProgram() {}

  /** Unpacked and built; some twenty seconds the first time on a machine, nothing after. */
  public static Path prepare(Folders home, Consumer<String> console) {
    var zip = zip(home);
    var version = String.valueOf(zip.getFileName()).replaceFirst("^.*dist-(.*)\\.zip$", "$1");
    var ready = DownloadCache.folder("keycloak-" + version + "-1");
    if (Files.exists(ready)) {
      return ready;
    }
    console.accept("Unpacking and building Keycloak " + version + " (once)");
    try {
      var folder = Files.createTempDirectory(Folders.created(ready.resolveSibling("")), "keycloak");
      unpack(zip, folder);
      Commands.run(command(folder, BUILD), Map.of(), home.log("keycloak-build"));
      return Files.move(folder, ready, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StartFailed("Keycloak cannot be unpacked to " + ready, e);
    }
  }

  private static Path zip(Folders home) {
    var list = home.built("deploy", "local", "target", "keycloak.path");
    try {
      return Path.of(Files.readString(list).strip());
    } catch (IOException e) {
      throw new StartFailed("Not built yet: " + list + " is missing", e);
    }
  }

  private static void unpack(Path zip, Path folder) throws IOException {
    try (var file = new ZipFile(zip.toFile())) {
      for (var entry : Collections.list(file.entries())) {
        var path = Path.of(entry.getName());
        var target =
            folder
                .resolve(path.subpath(Math.min(1, path.getNameCount() - 1), path.getNameCount()))
                .normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("The archive leaves its folder");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.resolveSibling("").normalize());
          try (var content = file.getInputStream(entry)) {
            Files.copy(content, target);
          }
        }
      }
    }
  }

  static List<String> command(Path home, List<String> arguments) {
    var command =
        new ArrayList<>(
            Program.java(
                "256m",
                "-Xms64m",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                home.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
    command.addAll(arguments);
    return command;
  }
}
