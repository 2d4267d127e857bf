package org.pris.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.local.deployment.Compose.map;
import static org.pris.local.deployment.Patterns.found;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@DisplayName("The compose file")
class ComposeSecretsTest {

  private final Compose compose = Compose.read();

  @Test
  @DisplayName("holds no secret, nor does any environment: each is a file that its part is given")
  void secrets() {
    assertThat(compose.services())
        .allSatisfy((name, service) -> {
          var given = Compose.given(service).keySet();
          assertThat(map(service.get("environment")))
              .allSatisfy((key, value) -> {
                assertThat(value)
                    .doesNotContainPattern("://[^/]*:(?!\\$\\$\\{[a-z.-]+})[^/]*@")
                    .doesNotContainPattern("password=\"(?!\\$\\$\\{[a-z.-]+}\")");
                assertThat(given).containsAll(found("\\$\\$\\{([a-z.-]+)}", value));
                if (key.matches(".*(SECRET|PASSWORD|KEYS?)(_FILE|__FILE)?")) {
                  assertThat(key).endsWith("_FILE");
                  assertThat(given).contains(value.replaceFirst("^/run/secrets/", ""));
                }
              });
        });
  }

  @Test
  @DisplayName("gives a service its own secrets and no other's")
  void own() {
    Compose.OURS.forEach(service ->
        assertThat(Compose.given(compose.service(service)).values())
            .contains("mongodb-" + service)
            .allMatch(it -> it.contains(service)));
  }

  @Test
  @DisplayName("is understood by the services: addresses and sign-in are made whole from the files")
  void understood(@TempDir Path files) throws IOException {
    for (var service : Compose.OURS) {
      for (var target : Compose.given(compose.service(service)).keySet()) {
        Files.writeString(files.resolve(target), "secret-of-" + target + "\n");
      }
      var settings = new HashMap<String, Object>();
      // Compose hands $ on for $$
      compose
          .environment(service)
          .forEach((key, value) -> settings.put(key, value.replace("$$", "$")));
      settings.put("SPRING_CONFIG_IMPORT", "configtree:" + files + "/");
      var environment = new StandardEnvironment();
      environment
          .getPropertySources()
          .addFirst(new SystemEnvironmentPropertySource("of a test-systemEnvironment", settings));
      ConfigDataEnvironmentPostProcessor.applyTo(environment);

      var binder = Binder.get(environment);
      assertThat(binder.bind("spring.mongodb.uri", String.class).get())
          .startsWith("mongodb://" + service + ":secret-of-pris.mongodb.password@mongodb:27017/");
      if (!service.equals("web")) {
        assertThat(
                binder
                    .bind("spring.kafka.properties", Bindable.mapOf(String.class, String.class))
                    .get())
            .hasEntrySatisfying(
                "sasl.jaas.config",
                it -> assertThat(it).endsWith("password=\"secret-of-pris.kafka.password\";"));
      }
    }
  }

  @Test
  @DisplayName("asks for nothing that the script of the secrets does not draw")
  void drawn(@TempDir Path folder) throws IOException, InterruptedException {
    var env = draw(folder, 0);
    var drawn = folder.resolve("secrets");

    assertThat(env).contains(found("\\$\\{([A-Z_]+):\\?", compose.text()).toArray(String[]::new));
    assertThat(rights(folder.resolve(".env"))).isEqualTo("rw-------");
    assertThat(rights(drawn)).isEqualTo("rwx------");
    assertThat(compose.secrets())
        .allSatisfy((name, file) -> assertThat(file).containsEntry("file", "./secrets/" + name));
    try (var files = Files.list(drawn)) {
      assertThat(files)
          .allSatisfy(it -> assertThat(it).content().hasSizeGreaterThan(40).doesNotContain("\n"))
          .extracting(it -> it.getFileName().toString())
          .containsExactlyInAnyOrderElementsOf(compose.secrets().keySet());
    }
  }

  private static String rights(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  @DisplayName("with the names of both hosts, is drawn for TLS and the edge that makes it")
  void drawnForTheEdge(@TempDir Path folder) throws IOException, InterruptedException {
    var names = draw(folder, 0, "pris.example.org", "login.example.org");
    var env = Files.readAllLines(folder.resolve(".env"));

    assertThat(names)
        .contains(
            found("\\$\\{([A-Z_]++)(?!:-\\w)", compose.text() + compose.edgeText())
                .toArray(String[]::new));
    assertThat(env)
        .contains(
            "PRIS_WEB_URL=https://pris.example.org",
            "PRIS_KEYCLOAK_URL=https://login.example.org",
            "COMPOSE_FILE=docker-compose.yml:deploy/edge/compose.yml",
            "PRIS_OPERATORS=127.0.0.1");
  }

  @Test
  @DisplayName("never loses a secret to a second call of the script, which draws what is missing")
  void drawnOnce(@TempDir Path folder) throws IOException, InterruptedException {
    draw(folder, 0);
    var first = Files.readString(folder.resolve(".env"));
    var secret = folder.resolve("secrets/mongodb-root");
    var before = Files.readString(secret);
    Files.delete(folder.resolve("secrets/kafka-backup"));
    draw(folder, 0);

    assertThat(folder.resolve(".env")).hasContent(first);
    assertThat(secret).hasContent(before);
    assertThat(folder.resolve("secrets/kafka-backup")).isNotEmptyFile();
  }

  @Test
  @DisplayName("takes over what an older .env held, for the data know these passwords")
  void takenOver(@TempDir Path folder) throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve(".env"),
        "PRIS_WEB_URL=x\nPRIS_MONGODB_ROOT_PASSWORD=old\nPRIS_WEB_KEYS=k2:a=,k1:b=\n");
    draw(folder, 0);

    assertThat(folder.resolve("secrets/mongodb-root")).hasContent("old");
    assertThat(folder.resolve("secrets/web-keys")).hasContent("k2:a=,k1:b=");
  }

  private static Set<String> draw(Path folder, int exit, String... names)
      throws IOException, InterruptedException {
    var script = folder.resolve("deploy/secrets");
    if (Files.notExists(script)) {
      Files.createDirectory(folder.resolve("deploy"));
      Files.copy(Compose.ROOT.resolve("deploy/secrets"), script);
    }
    var command = new ArrayList<>(List.of("bash", script.toString()));
    command.addAll(List.of(names));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isEqualTo(exit);
    return found("(?m)^([A-Z_]+)=", Files.readString(folder.resolve(".env")));
  }
}
