package org.pris.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Which the server is told; that it heeds it, {@link SignInLimitFlowTest} shows. */
@DisplayName("What a request says about where it comes from")
class BelievedProxiesTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "0:0:0:0:0:0:0:1"})
  @DisplayName("is believed of this machine, unless the operator names another proxy")
  void proxy(String address) throws IOException {
    assertThat(believed().matcher(address).matches()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.1.2.3", "192.168.1.20", "172.16.0.1", "172.30.58.1", "198.51.100.7"})
  @DisplayName("is not believed of a neighbour in the network, nor of anybody else")
  void neighbour(String address) throws IOException {
    assertThat(believed().matcher(address).matches()).isFalse();
  }

  private static Pattern believed() throws IOException {
    var environment = new StandardEnvironment();
    new YamlPropertySourceLoader()
        .load("web", new ClassPathResource("application.yml"))
        .forEach(environment.getPropertySources()::addLast);
    return Pattern.compile(
        environment.getRequiredProperty("server.tomcat.remoteip.internal-proxies"));
  }
}
