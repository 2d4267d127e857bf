package org.pris.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.platform.testing.standin.MongoStandIn;

@DisplayName("MongoDB's probe")
class MongoProbeTest {

  private static final String SCRIPT = "../mongodb/ready";

  @Test
  @DisplayName("finds a member that takes writes without starting mongosh, which is not there")
  void primary() throws Exception {
    int port;
    try (var mongo = MongoStandIn.inMemory()) {
      port = mongo.port();
      assertThat(Probes.run(SCRIPT, port)).isZero();
    }
    assertThat(Probes.run(SCRIPT, port)).isNotZero();
  }
}
