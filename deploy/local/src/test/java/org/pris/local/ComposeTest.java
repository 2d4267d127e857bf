package org.pris.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.local.Compose.OURS;
import static org.pris.local.Compose.STEPS;
import static org.pris.local.Compose.list;
import static org.pris.local.Patterns.found;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The compose file")
class ComposeTest {

  private static final String PLATFORM = "services/platform/src/main/resources/platform.yml";

  private final Compose compose = Compose.read();
  private final Map<String, Map<String, Object>> services = compose.services();
  private final Map<String, Object> edge = compose.edge();

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
    assertThat(compose.edgeText().split("ports: !reset \\[]", -1)).hasSize(3);
    assertThat(compose.laidOver().keySet()).containsExactlyInAnyOrder("edge", "web", "keycloak");
    assertThat(list(edge.get("ports"))).containsExactly("80:80", "443:443", "443:443/udp");
    assertThat(list(edge.get("networks"))).containsExactly("inner", "outer");
    assertThat(requireNonNull(compose.laidOver().get("web"))).containsEntry("scale", 2);
  }

  @Test
  @DisplayName("keeps on the inner network whatever needs no way out")
  void networks() {
    assertThat(services)
        .allSatisfy((name, service) ->
            assertThat(list(service.get("networks")))
                .contains("inner")
                .hasSize(Set.of("web", "keycloak", "notification").contains(name) ? 2 : 1));
    assertThat(compose.text()).contains("inner: {internal: true}");
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
