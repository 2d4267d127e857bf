package org.pris.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Role;
import org.pris.platform.store.MongoTimeouts;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.Issuer;
import org.pris.platform.testing.standin.MongoStandIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.application.name=away",
      "spring.autoconfigure.exclude=org.pris.platform.kafka.KafkaConfiguration,"
          + "org.pris.platform.outbox.OutboxConfiguration,"
          + "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
    })
@Import(Callers.class)
@DirtiesContext // its store is away
@DisplayName("While MongoDB is away")
class StoreAwayFlowTest {

  /** Not the driver's thirty seconds; a busy machine takes some of its own. */
  private static final Duration SOON = Duration.ofSeconds(MongoTimeouts.SELECTION_SECONDS + 4);

  static final MongoStandIn STORE = MongoStandIn.inMemory();

  @DynamicPropertySource
  static void own(DynamicPropertyRegistry registry) {
    registry.add("spring.mongodb.uri", () -> STORE.uri("away"));
    registry.add("pris.issuer", Issuer.running()::url);
    registry.add("pris.jwks-uri", Issuer.running()::keys);
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import(Wards.class)
  static class Application {}

  @RestController
  static class Wards {

    private final MongoOperations mongo;

    Wards(MongoOperations mongo) {
      this.mongo = mongo;
    }

    @GetMapping("/api/wards")
    @PreAuthorize("isAuthenticated()")
    long wards() {
      return mongo.getCollection("wards").countDocuments();
    }
  }

  @Autowired Callers callers;

  @Test
  @DisplayName("a request is soon told to come back")
  void away() {
    var caller = callers.as("responder1", Role.RESPONDER);
    caller.get().uri("/api/wards").exchange().expectStatus().isOk();
    STORE.close();

    var began = Instant.now();
    caller
        .get()
        .uri("/api/wards")
        .exchange()
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .exists(HttpHeaders.RETRY_AFTER)
        .expectHeader()
        .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:pris:problem:unavailable");
    assertThat(Duration.between(began, Instant.now())).isLessThan(SOON);
  }

  @Test
  @DisplayName("a server that takes connections and says nothing is waited for no longer")
  void silent() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertThat(waited("mongodb://127.0.0.1:%d/away".formatted(silent.getLocalPort())))
          .isLessThan(SOON);
    }
  }

  @Test
  @DisplayName("it is waited for as long as its URI says, where that says something")
  void uri() {
    assertThat(waited("mongodb://127.0.0.1:1/away?serverSelectionTimeoutMS=100"))
        .isLessThan(Duration.ofSeconds(MongoTimeouts.SELECTION_SECONDS));
  }

  private static Duration waited(String uri) {
    var took = new Duration[1];
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(MongoAutoConfiguration.class))
        .withBean(MongoTimeouts.class)
        .withPropertyValues("spring.mongodb.uri=" + uri)
        .run(context -> {
          var database = context.getBean(MongoClient.class).getDatabase("away");
          var began = Instant.now();
          assertThatThrownBy(() -> database.getCollection("wards").countDocuments())
              .isInstanceOf(MongoTimeoutException.class);
          took[0] = Duration.between(began, Instant.now());
        });
    return took[0];
  }
}
