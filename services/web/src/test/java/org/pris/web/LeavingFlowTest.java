package org.pris.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pris.contracts.Role;
import org.pris.platform.testing.Issuer;
import org.pris.platform.testing.Servers;
import org.pris.web.route.ServiceInstances;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Over a bare connection: a client of HTTP would not break off in the middle. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.autoconfigure.exclude=org.pris.platform.kafka.KafkaConfiguration,"
          + "org.pris.platform.outbox.OutboxConfiguration,"
          + "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
      "logging.level.org.springframework.web.servlet.handler.DisconnectedClient=DEBUG"
    })
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("Whoever leaves")
class LeavingFlowTest {

  static final Behind ONE = new Behind(200);
  static final Behind OTHER = new Behind(200);

  @DynamicPropertySource
  static void behind(DynamicPropertyRegistry registry) {
    registry.add("pris.web.services.intake", () -> ONE.address() + "," + OTHER.address());
    for (var service : List.of("triage", "remediation", "timeline", "notification")) {
      registry.add("pris.web.services." + service, Behind::nobody);
    }
    registry.add("pris.issuer", Issuer.running()::url);
    registry.add("pris.jwks-uri", Issuer.running()::keys);
    registry.add("pris.web.client-secret", () -> "not-used-here");
    registry.add("pris.secret.keys", () -> Instance.KEYS);
    registry.add("spring.mongodb.uri", () -> Servers.mongo("web_leaving"));
  }

  @LocalServerPort int port;
  @Autowired ServiceInstances instances;

  /** Nobody asks the instances any more: what a request says of them stays. */
  @BeforeEach
  void unwatched() {
    instances.stop();
  }

  @Test
  @DisplayName("in the middle of what they send is no failure of the service behind")
  void midBody(CapturedOutput logs) throws Exception {
    for (var method : List.of("POST", "GET")) { // the second may be sent anew, but not by us
      var before = told(logs);
      try (var client = connected()) {
        send(client, method + " /api/declarations", "Content-Length: 1000");
        client.getOutputStream().write("{\"half\": ".getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
        client.setSoLinger(true, 0); // with a reset
      }
      await().until(() -> told(logs) > before);
    }
    isNoFailure(logs);
  }

  @Test
  @DisplayName("in the middle of what they send, and still listens, is told that it is cut off")
  void cutOff(CapturedOutput logs) throws Exception {
    try (var client = connected()) {
      send(client, "POST /api/declarations", "Transfer-Encoding: chunked");
      client.getOutputStream().write("64\r\n{\"half\": ".getBytes(StandardCharsets.US_ASCII));
      client.shutdownOutput();

      var answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 400 ");
    }
    isNoFailure(logs);
  }

  @Test
  @DisplayName("in the middle of what they are sent is no failure of anybody")
  void midAnswer(CapturedOutput logs) throws Exception {
    try (var client = connected()) {
      send(client, "GET " + Behind.LONG);
      assertThat(client.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 200");
      client.setSoLinger(true, 0);
    }
    await().until(() -> told(logs) > 0);
    isNoFailure(logs);
  }

  @Test
  @DisplayName("as a service, in the middle of an answer of which nothing went out, is a 502")
  void unanswered(CapturedOutput logs) throws Exception {
    var answer = broken(10);

    assertThat(answer).startsWith("HTTP/1.1 502 ").contains("Retry-After: 1");
    assertThat(logs).contains("An answer broke off");
    assertThat(logs.getOut()).doesNotContain("\tat ");
  }

  @Test
  @DisplayName("as a service, in the middle of an answer of which some went out, leaves it cut off")
  void halfAnswered(CapturedOutput logs) throws Exception {
    var answer = broken(50_000);

    assertThat(answer).startsWith("HTTP/1.1 200 ").doesNotEndWith("0\r\n\r\n");
    assertThat(answer.length()).isGreaterThan(10_000).isLessThan(Behind.WHOLE);
    assertThat(logs).contains("An answer broke off");
    assertThat(logs.getOut()).doesNotContain("\tat ");
  }

  /** All that comes until the connection ends, of an answer that the service breaks off. */
  private String broken(int after) throws IOException {
    try (var client = connected()) {
      client.setSoTimeout(10_000);
      send(client, "GET " + Behind.BROKEN + after, "Connection: close");
      return new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private Socket connected() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  private static void send(Socket client, String what, String... headers) throws IOException {
    var token =
        Issuer.token("responder1", List.of(), List.of(Role.RESPONDER), UnaryOperator.identity());
    var head =
        """
        %s HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        Content-Type: application/json\r
        %s\r
        """
            .formatted(
                what,
                token,
                String.join("", List.of(headers).stream().map(it -> it + "\r\n").toList()));
    client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
  }

  private static long told(CapturedOutput logs) {
    return logs.getOut().lines().filter(it -> it.contains("the client has gone away")).count();
  }

  private void isNoFailure(CapturedOutput logs) {
    assertThat(logs.getOut().lines().filter(it -> it.contains("-handler-"))) // of requests
        .isNotEmpty()
        .noneMatch(it -> it.contains(" WARN ") || it.contains(" ERROR "));
    var chosen =
        IntStream.range(0, 2).mapToObj(it -> instances.choose("intake", Set.of(), it)).toList();
    assertThat(chosen)
        .flatMap(it -> it.stream().toList())
        .containsExactlyInAnyOrder(URI.create(ONE.address()), URI.create(OTHER.address()));
  }
}
