package org.pris.local;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
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
  private static final String PLATFORM = "services/platform/src/main/resources/platform.yml";
  private static final Set<String> OURS =
      Set.of("intake", "triage", "remediation", "timeline", "notification", "web");

  private static final Set<String> STEPS = Set.of("realm-step", "kafka-step", "mongodb-step");

  private final String text = Files.readString(ROOT.resolve("docker-compose.yml"));
  private final String dockerfile = Files.readString(ROOT.resolve("deploy/Dockerfile"));
  private final String edgeText = Files.readString(ROOT.resolve("deploy/edge/compose.yml"));
  private final Map<String, Map<String, Object>> services = parts(text);
  private final Map<String, Map<String, Object>> laidOver = parts(edgeText);
  private final Map<String, Object> edge = requireNonNull(laidOver.get("edge"));

  ComposeTest() throws IOException {}

  /** With the tag that takes an entry away read as the empty value behind it. */
  static Map<String, Map<String, Object>> parts(String compose) {
    return requireNonNull(
        new Yaml()
            .<Map<String, Map<String, Map<String, Object>>>>load(compose.replace("!reset ", ""))
            .get("services"));
  }

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
  @DisplayName("leaves, where the edge is laid over it, nothing but the edge published")
  void edge() {
    assertThat(edgeText.split("ports: !reset \\[]", -1)).hasSize(3);
    assertThat(laidOver.keySet()).containsExactlyInAnyOrder("edge", "web", "keycloak");
    assertThat(list(edge.get("ports"))).containsExactly("80:80", "443:443", "443:443/udp");
    assertThat(list(edge.get("networks"))).containsExactly("inner", "outer");
    assertThat(requireNonNull(laidOver.get("web"))).containsEntry("scale", 2);
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
    assertThat(dockerfile.substring(dockerfile.indexOf("AS service"))).contains("HEALTHCHECK");
    assertThat(services)
        .allSatisfy((name, service) -> {
          assertThat(service.containsKey("healthcheck"))
              .isEqualTo(!OURS.contains(name) && !STEPS.contains(name));
          dependencies(service)
              .forEach((other, condition) ->
                  assertThat(condition)
                      .isEqualTo(
                          STEPS.contains(other)
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
  @DisplayName("gives the operator's emergency numbers to whatever shows them")
  void emergencyNumbers() throws IOException {
    var settings = Files.readString(ROOT.resolve(PLATFORM));
    var asked = names("number: \\$\\{([A-Z_]+):", settings);

    assertThat(asked).hasSize(2);
    assertThat(OURS)
        .allSatisfy(name ->
            assertThat(map(requireNonNull(services.get(name)).get("environment")))
                .containsKeys(asked.toArray(String[]::new)));
    assertThat(map(requireNonNull(services.get("keycloak")).get("environment")))
        .containsKey("PRIS_EMERGENCY_PHONE");
  }

  @Test
  @DisplayName("asks for nothing that the script of the secrets does not draw")
  void drawn(@TempDir Path folder) throws IOException, InterruptedException {
    var env = draw(folder, 0);

    assertThat(env).contains(names("\\$\\{([A-Z_]+):\\?", text).toArray(String[]::new));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(".env"))))
        .isEqualTo("rw-------");
  }

  @Test
  @DisplayName("with the names of both hosts, is drawn for TLS and the edge that makes it")
  void drawnForTheEdge(@TempDir Path folder) throws IOException, InterruptedException {
    var names = draw(folder, 0, "pris.example.org", "login.example.org");
    var env = Files.readAllLines(folder.resolve(".env"));

    assertThat(names).contains(names("\\$\\{([A-Z_]+)", text + edgeText).toArray(String[]::new));
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

  @Test
  @DisplayName("lays out the realm of production: the demo's never gets into an image or a volume")
  void noDemo() throws IOException {
    var ignored = Files.readAllLines(ROOT.resolve(".dockerignore"));
    var steps =
        dockerfile.substring(dockerfile.indexOf("AS steps"), dockerfile.indexOf("AS keycloak"));
    var realm = requireNonNull(services.get("realm-step"));
    var keycloak = requireNonNull(services.get("keycloak"));

    assertThat(steps).contains("COPY deploy/keycloak/pris-realm.json deploy/kafka/access.yml ./");
    assertThat(map(realm.get("build"))).containsEntry("target", "steps");
    assertThat(realm.get("command"))
        .isEqualTo(List.of("org.pris.local.RealmStep", "pris-realm.json"));
    assertThat(realm).doesNotContainKeys("entrypoint", "volumes");
    // neither a development server nor an import of its own
    assertThat(keycloak).doesNotContainKeys("command", "entrypoint", "volumes");
    assertThat(map(keycloak.get("build"))).containsEntry("target", "keycloak");
    assertThat(dockerfile).contains("\"/opt/keycloak/bin/kc.sh\", \"start\", \"--optimized\"]");
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
    assertThat(services.get("mongodb")).containsEntry("user", "mongodb");
    assertThat(services.get("mongodb-step")).containsEntry("user", "mongodb");
    assertThat(services.get("keycloak-db")).containsEntry("user", "postgres");
  }

  @Test
  @DisplayName("gives no part more than it needs: no rights, no writable root, a bounded memory")
  void bounded() {
    var all = new HashMap<>(services);
    all.put("edge", edge);
    assertThat(all)
        .allSatisfy((name, part) ->
            assertThat(part)
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                .containsEntry("restart", STEPS.contains(name) ? "no" : "unless-stopped")
                .containsKey("mem_limit")
                .doesNotContainKeys("privileged", "network_mode", "pid", "devices"));
    assertThat(services).noneSatisfy((name, part) -> assertThat(part).containsKey("cap_add"));
    assertThat(edge).containsEntry("cap_add", List.of("NET_BIND_SERVICE"));
  }

  @Test
  @DisplayName("names each image by an exact version, and mounts only folders of its own part")
  void images() {
    var images =
        names("(?m)^(?: *image: |FROM )(\\S+[:/]\\S+)", text + "\n" + edgeText + "\n" + dockerfile);

    assertThat(images)
        .hasSizeGreaterThanOrEqualTo(7)
        .allMatch(it -> it.matches("[^:@]+:[^:@]*\\d+\\.\\d+[^:@]*(@sha256:[0-9a-f]{64})?"));
    assertThat(names("\"\\./(deploy/[^:\"]+):/[^:]+(?!:ro)\"", text + edgeText)).isEmpty();
  }

  private static Set<String> draw(Path folder, int exit, String... names)
      throws IOException, InterruptedException {
    var script = folder.resolve("deploy/secrets");
    if (Files.notExists(script)) {
      Files.createDirectory(folder.resolve("deploy"));
      Files.copy(ROOT.resolve("deploy/secrets"), script);
    }
    var command = new ArrayList<>(List.of("bash", script.toString()));
    command.addAll(List.of(names));
    var process =
        new ProcessBuilder(command)
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

  static Map<String, String> map(@Nullable Object yaml) {
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
