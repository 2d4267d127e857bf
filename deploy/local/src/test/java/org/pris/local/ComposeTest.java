package org.pris.local;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

@DisplayName("The compose file")
class ComposeTest {

  private static final Path ROOT = Path.of("../..");
  private static final Set<String> OURS =
      Set.of("intake", "triage", "remediation", "timeline", "notification", "web");

  private final String text = Files.readString(ROOT.resolve("docker-compose.yml"));
  private final String dockerfile = Files.readString(ROOT.resolve("deploy/Dockerfile"));
  private final Map<String, Map<String, Object>> services =
      requireNonNull(
          new Yaml().<Map<String, Map<String, Map<String, Object>>>>load(text).get("services"));

  ComposeTest() throws IOException {}

  @Test
  @DisplayName("publishes the web application and Keycloak alone, on loopback")
  void published() {
    assertThat(services).containsKeys(OURS.toArray(String[]::new));
    assertThat(services)
        .allSatisfy((name, service) ->
            assertThat(list(service.get("ports")))
                .hasSize(Set.of("web", "keycloak").contains(name) ? 1 : 0)
                .allMatch(port -> port.startsWith("127.0.0.1:")));
  }

  @Test
  @DisplayName("keeps on the inner network whatever needs no way out")
  void networks() {
    assertThat(services)
        .allSatisfy((name, service) ->
            assertThat(list(service.get("networks")))
                .contains("inner")
                .hasSize(Set.of("web", "keycloak", "notification").contains(name) ? 2 : 1));
    assertThat(text).contains("inner: {internal: true}");
  }

  @Test
  @DisplayName("knows of each part whether it is well, and waits for that before it starts another")
  void health() {
    var once = Set.of("realm");
    assertThat(dockerfile.substring(dockerfile.indexOf("AS service"))).contains("HEALTHCHECK");
    assertThat(services)
        .allSatisfy((name, service) -> {
          assertThat(service.containsKey("healthcheck"))
              .isEqualTo(!OURS.contains(name) && !once.contains(name));
          dependencies(service)
              .forEach((other, condition) ->
                  assertThat(condition)
                      .isEqualTo(
                          once.contains(other)
                              ? "service_completed_successfully"
                              : "service_healthy"));
        });
  }

  @Test
  @DisplayName("holds no secret: each is asked of the environment, without a default")
  void secrets() {
    assertThat(services)
        .allSatisfy((name, service) ->
            assertThat(map(service.get("environment")))
                .allSatisfy((key, value) -> {
                  assertThat(value).doesNotContainPattern("://[^/]*@");
                  if (key.matches(".*(SECRET|PASSWORD|KEYS).*")) {
                    assertThat(value).matches("\\$\\{[A-Z_]+:\\?[^}]+}");
                  }
                }));
  }

  @Test
  @DisplayName("asks for nothing that the script of the secrets does not draw")
  void drawn(@TempDir Path folder) throws IOException, InterruptedException {
    var env = draw(folder, 0);

    assertThat(env).contains(names("\\$\\{([A-Z_]+)", text).toArray(String[]::new));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(".env"))))
        .isEqualTo("rw-------");
  }

  @Test
  @DisplayName("never loses the secrets of an installation to a second call of the script")
  void drawnOnce(@TempDir Path folder) throws IOException, InterruptedException {
    draw(folder, 0);
    var first = Files.readString(folder.resolve(".env"));
    draw(folder, 1);

    assertThat(Files.readString(folder.resolve(".env"))).isEqualTo(first);
  }

  @Test
  @DisplayName("lays out the realm of production: the demo's never gets into an image or a volume")
  void noDemo() throws IOException {
    var ignored = Files.readAllLines(ROOT.resolve(".dockerignore"));
    var realm =
        dockerfile.substring(dockerfile.indexOf("AS realm"), dockerfile.indexOf("AS layers"));

    assertThat(realm).contains("\"org.pris.local.RealmStep\", \"pris-realm.json\"]");
    assertThat(map(requireNonNull(services.get("realm")).get("build")))
        .containsEntry("target", "realm");
    assertThat(services.get("realm")).doesNotContainKeys("command", "entrypoint", "volumes");
    assertThat(requireNonNull(services.get("keycloak")).get("command"))
        .isEqualTo(List.of("start")); // neither a development server nor an import of its own
    assertThat(ignored).contains("*", "deploy/local/demo-realm.json");
    assertThat(ignored.indexOf("deploy/local/demo-realm.json"))
        .isGreaterThan(ignored.indexOf("!deploy/local"));
    assertThat(text).doesNotContain("demo", "./deploy/local", "./deploy:");
  }

  @Test
  @DisplayName("runs nothing of ours as root")
  void rootless() {
    var stages = dockerfile.split("(?m)^FROM ", -1);
    assertThat(Stream.of(stages).filter(it -> it.startsWith("base AS service")))
        .singleElement(InstanceOfAssertFactories.STRING)
        .doesNotContain("USER");
    assertThat(dockerfile).contains("USER 10001");
    assertThat(OURS)
        .allSatisfy(name ->
            assertThat(services.get(name))
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("read_only", true));
  }

  private static Set<String> draw(Path folder, int exit) throws IOException, InterruptedException {
    var script = folder.resolve("deploy/secrets");
    if (Files.notExists(script)) {
      Files.createDirectory(folder.resolve("deploy"));
      Files.copy(ROOT.resolve("deploy/secrets"), script);
    }
    var process =
        new ProcessBuilder("bash", script.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isEqualTo(exit);
    return names("(?m)^([A-Z_]+)=", Files.readString(folder.resolve(".env")));
  }

  private static Set<String> names(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(toSet());
  }

  private static Map<String, String> dependencies(Map<String, Object> service) {
    var conditions = new HashMap<String, String>();
    if (service.get("depends_on") instanceof Map<?, ?> others) {
      others.forEach((other, how) ->
          conditions.put(
              other.toString(),
              String.valueOf(how instanceof Map<?, ?> it ? it.get("condition") : null)));
    }
    return conditions;
  }

  private static Map<String, String> map(@Nullable Object yaml) {
    var strings = new HashMap<String, String>();
    if (yaml instanceof Map<?, ?> map) {
      map.forEach((key, value) -> strings.put(String.valueOf(key), String.valueOf(value)));
    }
    return strings;
  }

  private static List<String> list(@Nullable Object yaml) {
    return yaml instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }
}
