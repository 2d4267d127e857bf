package org.pris.web;

import java.net.http.HttpClient;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.Issuer;
import org.pris.platform.testing.Servers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The door before services of which some are well, one is ill and one away; one for all tests. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    // what the test support brings along is not in this service's jar
    properties =
        "spring.autoconfigure.exclude=org.pris.platform.kafka.KafkaConfiguration,"
            + "org.pris.platform.outbox.OutboxConfiguration,"
            + "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@Import(Callers.class)
abstract class OneDoor {

  static final Behind INTAKE = new Behind(200);
  static final Behind TIMELINE = new Behind(200);
  static final Behind NOTIFICATION = new Behind(200);
  static final Behind ILL = new Behind(503);
  static final QuietBoard BOARD = new QuietBoard();

  @DynamicPropertySource
  static void behind(DynamicPropertyRegistry registry) {
    var dead = Behind.nobody();
    registry.add("pris.web.services.intake", INTAKE::address);
    registry.add("pris.web.services.triage", () -> dead + "," + BOARD.address());
    registry.add("pris.web.services.remediation", () -> dead);
    registry.add("pris.web.services.timeline", () -> dead + "," + TIMELINE.address());
    registry.add(
        "pris.web.services.notification", () -> NOTIFICATION.address() + "," + ILL.address());
    registry.add("pris.web.board-probe", () -> "100ms");
    registry.add("pris.issuer", Issuer.running()::url);
    registry.add("pris.jwks-uri", Issuer.running()::keys);
    registry.add("pris.web.client-secret", () -> "not-used-here");
    registry.add("pris.secret.keys", () -> Instance.KEYS);
    registry.add("spring.mongodb.uri", () -> Servers.mongo("web"));
  }

  static final HttpClient HTTP = HttpClient.newHttpClient();

  @Autowired Callers callers;
}
