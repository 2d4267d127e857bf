package org.pris.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The ports of a stack")
class PortsTest {

  @Test
  @DisplayName("are all moved by one number")
  void offset() {
    assertThat(Ports.standard(Options.parse("--port-offset", "1000")))
        .returns(9_080, it -> it.of("web"))
        .returns(28_017, it -> it.of("mongodb"));
  }

  @Test
  @DisplayName("never meet, however many instances each service has")
  void instances() {
    var ports = Ports.standard(Options.parse("--instances", "4", "--port-offset", "1000"));

    assertThat(ports.byName()).hasSize(12 + 3 * Instance.NAMES.size());
    assertThat(ports.byName().values()).doesNotHaveDuplicates();
    assertThat(ports).returns(9_102, it -> it.of("triage-2"));
  }

  @Test
  @DisplayName("that are free are all different and not taken")
  void free() {
    var ports = Ports.free(Options.DEFAULTS);

    assertThat(ports.byName().values()).doesNotHaveDuplicates();
    assertThat(ports.taken(List.copyOf(ports.byName().keySet()))).isEmpty();
  }

  @Test
  @DisplayName("that are taken are named, with the process that has them")
  void taken() throws Exception {
    var ports = Ports.free(Options.DEFAULTS);
    try (var other = new ServerSocket(ports.of("kafka"), 1, InetAddress.getLoopbackAddress())) {
      assertThat(other.isBound()).isTrue();

      assertThat(ports.taken(List.of("web", "kafka")))
          .singleElement()
          .asString()
          .contains(ports.of("kafka") + " (kafka)")
          .contains("by process " + ProcessHandle.current().pid());
    }
  }
}
