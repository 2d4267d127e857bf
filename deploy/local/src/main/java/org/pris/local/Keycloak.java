package org.pris.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The real server, from the zip that Maven resolved. Its program is unpacked and built once for the
 * machine; each installation has a home of its own beside it, with its data.
 */
final class Keycloak {

  /** Fixed when it is built: changing one means building it again. */
  private static final List<String> BUILD =
      List.of("build", "--db=dev-file", "--health-enabled=true");

  private final Home home;

  private final Options options;

  private final Urls urls;

  private final Secrets secrets;

  Keycloak(Home home, Options options, Urls urls, Secrets secrets) {
    this.home = home;
    this.options = options;
    this.urls = urls;
    this.secrets = secrets;
  }

  /** Unpacked and built; some twenty seconds the first time on a machine, nothing after. */
  static Path prepare(Home home, Consumer<String> console) {
    var zip = zip(home);
    var version = String.valueOf(zip.getFileName()).replaceFirst("^.*dist-(.*)\\.zip$", "$1");
    var ready = Caches.folder("keycloak-" + version + "-1");
    if (Files.exists(ready)) {
      return ready;
    }
    console.accept("Unpacking and building Keycloak " + version + " (once)");
    try {
      var folder = Files.createTempDirectory(Home.created(ready.resolveSibling("")), "keycloak");
      unpack(zip, folder);
      Commands.run(command(folder, BUILD), Map.of(), home.log("keycloak-build"));
      return Files.move(folder, ready, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StartFailed("Keycloak cannot be unpacked to " + ready, e);
    }
  }

  private static Path zip(Home home) {
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

  private static List<String> command(Path home, List<String> arguments) {
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

  Program program(Path distribution) {
    var data = home.data("keycloak");
    lay(distribution, data);
    var management = urls.ports().of("keycloak-management");
    var arguments =
        List.of(
            "start",
            "--optimized",
            "--cache=local",
            "--http-enabled=true",
            "--http-host=" + urls.host(),
            "--http-port=" + urls.ports().of("keycloak"),
            "--http-management-host=127.0.0.1",
            "--http-management-port=" + management,
            "--hostname=" + urls.keycloak());
    return new Program(
        "keycloak",
        command(data, arguments),
        Map.of(
            "KC_BOOTSTRAP_ADMIN_CLIENT_ID",
            RealmStep.CLIENT,
            "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET",
            secrets.get("PRIS_KEYCLOAK_SETUP_SECRET")),
        Program.answers("http://127.0.0.1:" + management + "/health/ready"));
  }

  /** Program and pages of the distribution and the project, data of this installation. */
  private void lay(Path distribution, Path data) {
    try {
      link(data.resolve("lib"), distribution.resolve("lib"));
      link(data.resolve("providers"), distribution.resolve("providers"));
      var themes = Home.created(data.resolve("themes"));
      link(themes.resolve("pris"), home.built("deploy", "keycloak", "theme"));
      Home.created(data.resolve("data"));
      var settings = Home.created(data.resolve("conf"));
      try (var files = Files.list(distribution.resolve("conf"))) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(
              file,
              settings.resolve(String.valueOf(file.getFileName())),
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new StartFailed("Cannot lay out " + data, e);
    }
  }

  private static void link(Path link, Path target) throws IOException {
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, target);
  }

  /** Brings the realm to its files, unless neither they nor the addresses in them have changed. */
  void bringRealm(Consumer<String> console) {
    var files = new ArrayList<Path>();
    files.add(home.built("deploy", "keycloak", "pris-realm.json"));
    if (options.demoRealm()) {
      files.add(home.built("deploy", "local", "demo-realm.json"));
    }
    var values = new HashMap<>(secrets.byName());
    values.put("PRIS_KEYCLOAK_URL", urls.keycloak());
    values.put("PRIS_WEB_URL", urls.web());
    values.put("PRIS_WEB_BACKCHANNEL_URL", "http://127.0.0.1:" + urls.ports().of("web"));
    var digest = digest(files, values);
    var done = home.data("keycloak").resolve("realm.sha256");
    try {
      if (Files.exists(done) && Files.readString(done).equals(digest)) {
        return;
      }
      console.accept("Bringing the realm to its file");
      Commands.run(
          Program.ours("128m", RealmStep.class, files.toArray()), values, home.log("realm"));
      Files.writeString(done, digest);
    } catch (IOException e) {
      throw new StartFailed("Cannot write " + done, e);
    }
  }

  private static String digest(List<Path> files, Map<String, String> values) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      for (var file : files) {
        sha256.update(Files.readAllBytes(file));
      }
      Stream.of(values.toString().split(", ", -1))
          .sorted()
          .forEach(it -> sha256.update(it.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(sha256.digest());
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new StartFailed("The realm's files cannot be read", e);
    }
  }
}
