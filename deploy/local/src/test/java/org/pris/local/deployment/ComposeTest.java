package org.pris.local.deployment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.local.deployment.Compose.OURS;
import static org.pris.local.deployment.Compose.STEPS;
import static org.pris.local.deployment.Compose.list;
import static org.pris.local.deployment.Compose.map;
import static org.pris.local.deployment.Patterns.found;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The compose file")
class ComposeTest {

  private static final String PLATFORM = "services/platform/src/main/resources/platform.yml";

  private static final Set<String> OUTSIDE = Set.of("web", "keycloak", "notification", "grafana");

  private final Compose compose = Compose.read();
  private final Map<String, Map<String, Object>> services = compose.services();
  private final Map<String, Object> edge = compose.edge();

  @Test
  @DisplayName("publishes the web application, Keycloak and the board of numbers, on loopback")
  void published() {
    assertThat(services).containsKeys(OURS.toArray(String[]::new));
    assertThat(services)
        .allSatisfy((name, service) ->
            assertThat(list(service.get("ports")))
                .hasSize(Set.of("web", "keycloak", "grafana").contains(name) ? 1 : 0)
                .allMatch(port -> port.startsWith("127.0.0.1:")));
  }

  @Test
  @DisplayName("leaves, where the edge is laid over it, nothing but the edge published")
  void edge() {
    assertThat(compose.edgeText().split("ports: !reset \\[]", -1)).hasSize(3);
    assertThat(compose.laidOver().keySet()).containsExactlyInAnyOrder("edge", "web", "keycloak");
    assertThat(list(edge.get("ports"))).containsExactly("80:80", "443:443", "443:443/udp");
    assertThat(map(edge.get("networks")).keySet()).containsExactlyInAnyOrder("inner", "outer");
    assertThat(requireNonNull(compose.laidOver().get("web"))).containsEntry("scale", 2);
  }

  @Test
  @DisplayName("keeps on the inner network whatever needs no way out")
  void networks() {
    assertThat(services)
        .allSatisfy((name, service) ->
            assertThat(list(service.get("networks")))
                .contains("inner")
                .hasSize(OUTSIDE.contains(name) ? 2 : 1));
    assertThat(compose.text()).containsPattern("inner:\\s+internal: true");
  }

  @Test
  @DisplayName("knows of each part whether it is well, and waits for that before it starts another")
  void health() {
    var image = compose.dockerfile();
    assertThat(image.substring(image.indexOf("AS service"))).contains("HEALTHCHECK");
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
  @DisplayName("gives the operator's emergency numbers to whatever shows them")
  void emergencyNumbers() {
    var settings = Compose.file(PLATFORM);
    var asked = found("number: \\$\\{([A-Z_]+):", settings);

    assertThat(asked).hasSize(2);
    assertThat(OURS)
        .allSatisfy(name ->
            assertThat(compose.environment(name)).containsKeys(asked.toArray(String[]::new)));
    assertThat(compose.environment("keycloak")).containsKey("PRIS_EMERGENCY_PHONE");
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
  @DisplayName("lets web and Keycloak believe the proxy, whose address it fixes, and nobody else")
  void proxies() {
    var network = "${PRIS_NETWORK:-172.30}";
    assertThat(map(edge.get("networks")).toString()).contains(network + ".57.2", network + ".58.2");
    assertThat(
            requireNonNull(compose.environment("keycloak").get("KC_PROXY_TRUSTED_ADDRESSES"))
                .split(","))
        .containsExactlyInAnyOrder(network + ".58.1", network + ".57.2", network + ".58.2");
    var believed =
        Pattern.compile(
            requireNonNull(compose.environment("web").get("PRIS_WEB_PROXIES"))
                .replace(network, "172.30"));
    assertThat(List.of("172.30.58.1", "172.30.57.2", "172.30.58.2"))
        .allMatch(it -> believed.matcher(it).matches());
    assertThat(List.of("172.30.57.1", "172.30.57.3", "172.30.58.22", "10.0.0.1", "127.0.0.1"))
        .noneMatch(it -> believed.matcher(it).matches());
  }

  @Test
  @DisplayName("lets no log fill the disk that the databases are on")
  void logs() {
    var all = new HashMap<>(services);
    all.put("edge", edge);
    assertThat(all)
        .allSatisfy((name, part) ->
            assertThat(map(part.get("logging")))
                .containsEntry("driver", "local")
                .hasEntrySatisfying("options", it -> assertThat(it).contains("max-size=")));
  }

  @Test
  @DisplayName("leaves a Java machine as much memory beside its heap as it gives to the heap")
  void memory() {
    var heaps = found("MaxRAMPercentage=(\\d+)", compose.dockerfile());
    assertThat(heaps).containsOnly("50");
    // the services: what is beside the heap was measured
    OURS.forEach(it -> assertThat(compose.service(it)).containsEntry("mem_limit", "768m"));
    assertThat(compose.service("keycloak")).containsEntry("mem_limit", "1280m");
    assertThat(Compose.file("deploy/kafka/start")).contains("-Xmx512m");
    assertThat(compose.service("kafka")).containsEntry("mem_limit", "1g");
    assertThat(Compose.file("deploy/mongodb/start")).contains("--wiredTigerCacheSizeGB 1 ");
    assertThat(compose.service("mongodb")).containsEntry("mem_limit", "2g");
  }

  @Test
  @DisplayName("probes each part every few seconds without starting a Java machine for it")
  void probes() {
    assertThat(services)
        .allSatisfy((name, part) ->
            assertThat(String.valueOf(map(part.get("healthcheck")).get("test")))
                .doesNotContain("java", "/opt/kafka", "kc.sh", "kcadm", "mongosh"));
  }

  @Test
  @DisplayName("backs up cases and accounts unasked, and takes the restore for nobody's start")
  void backups() {
    assertThat(services.keySet()).contains("backup", "keycloak-backup", "restore");
    assertThat(compose.service("restore")).containsEntry("profiles", List.of("restore"));
    for (var name : List.of("backup", "keycloak-backup")) {
      assertThat(compose.service(name)).doesNotContainKey("profiles").containsKey("healthcheck");
    }
    // who makes them may change nothing
    assertThat(Compose.given(compose.service("backup")).values())
        .containsExactlyInAnyOrder("kafka-backup", "mongodb-backup");
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
}
