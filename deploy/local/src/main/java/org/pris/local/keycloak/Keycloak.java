package org.pris.local.keycloak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.pris.local.process.Commands;
import org.pris.local.process.Folders;
import org.pris.local.process.Options;
import org.pris.local.process.Program;
import org.pris.local.process.Secrets;
import org.pris.local.process.StartFailed;
import org.pris.local.process.Urls;

/** The real server: each installation has a home of its own, with its data and its realm. */
public final class Keycloak {

  private final Folders home;

  private final Options options;

  private final Urls urls;

  private final Secrets secrets;

  public Keycloak(Folders home, Options options, Urls urls, Secrets secrets) {
    this.home = home;
    this.options = options;
    this.urls = urls;
    this.secrets = secrets;
  }

  public Program program(Path distribution) {
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
        KeycloakProgram.command(data, arguments),
        Map.of(
            "KC_BOOTSTRAP_ADMIN_CLIENT_ID",
            RealmStep.CLIENT,
            "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET",
            secrets.get("PRIS_KEYCLOAK_SETUP_SECRET"),
            "KC_BOOTSTRAP_ADMIN_USERNAME",
            "operator",
            "KC_BOOTSTRAP_ADMIN_PASSWORD",
            secrets.get("PRIS_KEYCLOAK_ADMIN_PASSWORD")),
        Program.answers("http://127.0.0.1:" + management + "/health/ready"));
  }

  /** Program and pages of the distribution and the project, data of this installation. */
  private void lay(Path distribution, Path data) {
    try {
      link(data.resolve("lib"), distribution.resolve("lib"));
      link(data.resolve("providers"), distribution.resolve("providers"));
      var themes = Folders.created(data.resolve("themes"));
      link(themes.resolve("pris"), home.built("deploy", "keycloak", "theme"));
      Folders.created(data.resolve("data"));
      var settings = Folders.created(data.resolve("conf"));
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
  public void bringRealm(Consumer<String> console) {
    var files = new ArrayList<Path>();
    files.add(home.built("deploy", "keycloak", "pris-realm.json"));
    if (options.demoRealm()) {
      files.add(home.built("deploy", "local", "demo-realm.json"));
    }
    if (options.demoRealm()) {
      markDemo();
    }
    var values = new HashMap<>(secrets.byName());
    values.put("PRIS_KEYCLOAK_URL", urls.keycloak());
    values.put("PRIS_WEB_URL", urls.web());
    values.put("PRIS_WEB_OTHER_URLS", String.join(",", urls.webs().stream().skip(1).toList()));
    values.put("PRIS_WEB_BACKCHANNEL_URL", urls.inside("web"));
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

  /** Before the first of them is made: the mark must not be missing where they are. */
  private void markDemo() {
    try {
      Files.writeString(demoMark(home), "");
    } catch (IOException e) {
      throw new StartFailed("Cannot write " + demoMark(home), e);
    }
  }

  private static Path demoMark(Folders home) {
    return home.data("keycloak").resolve("demo-people");
  }

  /** Whether people with a known password were ever made in this installation. */
  public static boolean hasDemoPeople(Folders home) {
    return Files.exists(demoMark(home));
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
