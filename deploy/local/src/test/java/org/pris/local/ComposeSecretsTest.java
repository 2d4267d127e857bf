package org.pris.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.local.Compose.map;
import static org.pris.local.Patterns.found;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The compose file")
class ComposeSecretsTest {

  private final Compose compose = Compose.read();

  @Test
  @DisplayName("holds no secret: each is asked of the environment, without a default")
  void secrets() {
    assertThat(compose.services())
        .allSatisfy((name, service) ->
            assertThat(map(service.get("environment")))
                .allSatisfy((key, value) -> {
                  var named = "\\$\\{[A-Z_]+:\\?[^}]+}";
                  assertThat(value)
                      .doesNotContainPattern("://[^/]*:(?!" + named + ")[^/]*@")
                      .doesNotContainPattern("password=\"(?!" + named + "\")");
                  if (key.matches(".*(SECRET|PASSWORD|KEY|KEYS)")) {
                    assertThat(value).matches(named);
                  }
                }));
  }

  @Test
  @DisplayName("asks for nothing that the script of the secrets does not draw")
  void drawn(@TempDir Path folder) throws IOException, InterruptedException {
    var env = draw(folder, 0);

    assertThat(env).contains(found("\\$\\{([A-Z_]+):\\?", compose.text()).toArray(String[]::new));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(".env"))))
        .isEqualTo("rw-------");
  }

  @Test
  @DisplayName("with the names of both hosts, is drawn for TLS and the edge that makes it")
  void drawnForTheEdge(@TempDir Path folder) throws IOException, InterruptedException {
    var names = draw(folder, 0, "pris.example.org", "login.example.org");
    var env = Files.readAllLines(folder.resolve(".env"));

    assertThat(names)
        .contains(
            found("\\$\\{([A-Z_]+)", compose.text() + compose.edgeText()).toArray(String[]::new));
    assertThat(env)
        .contains(
            "PRIS_WEB_URL=https://pris.example.org",
            "PRIS_KEYCLOAK_URL=https://login.example.org",
            "COMPOSE_FILE=docker-compose.yml:deploy/edge/compose.yml",
            "PRIS_OPERATORS=127.0.0.1");
  }

  @Test
  @DisplayName("never loses the secrets of an installation to a second call of the script")
  void drawnOnce(@TempDir Path folder) throws IOException, InterruptedException {
    draw(folder, 0);
    var first = Files.readString(folder.resolve(".env"));
    draw(folder, 1);

    assertThat(Files.readString(folder.resolve(".env"))).isEqualTo(first);
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
