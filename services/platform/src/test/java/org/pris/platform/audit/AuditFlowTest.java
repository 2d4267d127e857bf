package org.pris.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.platform.NotFound;
import org.pris.platform.audit.AuditRecord.Action;
import org.pris.platform.audit.AuditRecord.Outcome;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.event.BeforeConvertCallback;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@FlowTest
@TestPropertySource(
    properties = {"spring.application.name=audit", "pris.audit.path=/api/wards/{id}/reads"})
@DisplayName("The audit")
class AuditFlowTest {

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import({Wards.class, Hooks.class, Known.class, Store.class})
  static class Application {

    @Bean
    Hand clock() {
      return new Hand();
    }
  }

  /** A clock that a test turns. */
  static final class Hand extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    void turn(Duration by) {
      ahead = ahead.plus(by);
    }

    @Override
    public Instant instant() {
      return InstantSource.system().instant().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** The one case there is: everybody but strangers sees it. */
  static class Known implements AuditedCases {

    static final UUID CASE = UUID.fromString("5d5f5f9c-55c0-4a4e-8e6c-0f4f1f7c9a01");

    @Override
    public Optional<UUID> named(String id) {
      return List.of(CASE.toString(), "PRIS-1").contains(id) ? Optional.of(CASE) : Optional.empty();
    }

    @Override
    public UUID asResponder(String id, Person person) {
      var found = named(id).filter(_ -> !person.username().startsWith("stranger"));
      if (!person.isAny(Role.RESPONDER, Role.LEAD)) {
        throw new NotFound();
      }
      return found.orElseThrow(NotFound::new);
    }
  }

  /** Where the records go, and nothing else: it alone can refuse. */
  static class Store implements BeforeConvertCallback<AuditRecord> {

    volatile boolean refuses;

    @Override
    public AuditRecord onBeforeConvert(AuditRecord entry, String collection) {
      if (refuses) {
        throw new DataAccessResourceFailureException("no record can be written");
      }
      return entry;
    }
  }

  @RestController
  @PreAuthorize("isAuthenticated()")
  @Audited("ward")
  static class Wards {

    private final Known known;

    Wards(Known known) {
      this.known = known;
    }

    @GetMapping("/api/wards/{id}")
    String one(@PathVariable String id, Person person) {
      return "ward " + known.asResponder(id, person);
    }

    @PostMapping("/api/wards/{id}")
    void change(@PathVariable String id, Person person) {
      if (known.asResponder(id, person) != null) {
        throw new AccessDeniedException("Nobody may");
      }
    }
  }

  @RestController
  @PreAuthorize("hasRole('ADMIN')")
  @Audited(value = "hook", administration = true)
  static class Hooks {

    @GetMapping("/api/hooks/{id}")
    String one(@PathVariable String id) {
      return id;
    }

    @DeleteMapping("/api/hooks/{id}")
    void end(@PathVariable String id) {
      throw new IllegalStateException("in the middle of " + id);
    }
  }

  @Autowired Callers callers;
  @Autowired MongoOperations mongo;
  @Autowired Hand clock;
  @Autowired Store store;
  @Autowired Audit audit;

  @BeforeEach
  void atTheStartOfAMinute() {
    store.refuses = false;
    mongo.findAllAndRemove(new org.springframework.data.mongodb.core.query.Query(), "audit");
    var now = clock.instant();
    var next = now.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
    clock.turn(Duration.between(now, next).plusSeconds(1));
  }

  private static void status(RestTestClient who, String path, int expected) {
    who.get().uri(path).exchange().expectStatus().isEqualTo(expected);
  }

  private List<AuditRecord> records() {
    return mongo.findAll(AuditRecord.class);
  }

  private RestTestClient lead() {
    return callers.as("lead1", Role.RESPONDER, Role.LEAD);
  }

  @Test
  @DisplayName("keeps one record a minute of a page that polls, by whatever name it asks")
  void polling() {
    for (var i = 0; i < 5; i++) {
      status(callers.as("responder1", Role.RESPONDER), "/api/wards/" + Known.CASE, 200);
    }
    status(callers.as("responder1", Role.RESPONDER), "/api/wards/PRIS-1", 200);
    status(callers.as("responder2", Role.RESPONDER), "/api/wards/PRIS-1", 200);
    clock.turn(Duration.ofMinutes(1));
    status(callers.as("responder1", Role.RESPONDER), "/api/wards/PRIS-1", 200);

    assertThat(records()).hasSize(3).allMatch(it -> Known.CASE.equals(it.caseId()));
    assertThat(records())
        .filteredOn(it -> it.name().equals("Name of responder1"))
        .hasSize(2)
        .allMatch(it -> it.role() == Role.RESPONDER)
        .allMatch(it -> it.action() == Action.READ && it.outcome() == Outcome.ALLOWED)
        .allMatch(it -> it.what().equals("ward") && it.about() == null);
  }

  @Test
  @DisplayName("keeps what is refused on a case, and nothing of what does not exist")
  void refusals() {
    status(callers.as("stranger1", Role.DECLARANT), "/api/wards/" + Known.CASE, 404);
    status(callers.as("stranger1", Role.DECLARANT), "/api/wards/" + UUID.randomUUID(), 404);
    var change = lead().post().uri("/api/wards/PRIS-1").exchange();
    change.expectStatus().isForbidden();
    status(callers.nobody(), "/api/wards/" + Known.CASE, 401);

    assertThat(records())
        .extracting(AuditRecord::role, AuditRecord::action, AuditRecord::outcome)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(Role.DECLARANT, Action.READ, Outcome.HIDDEN),
            org.assertj.core.groups.Tuple.tuple(Role.LEAD, Action.CHANGE, Outcome.FORBIDDEN));
  }

  @Test
  @DisplayName("shows nothing that it could not record, and records it once it can")
  void failsClosed() {
    store.refuses = true;

    unavailable(lead().get().uri("/api/wards/PRIS-1").exchange());
    unavailable(callers.as("stranger1", Role.DECLARANT).get().uri("/api/wards/PRIS-1").exchange());

    assertThat(records()).isEmpty();
    store.refuses = false;
    status(lead(), "/api/wards/PRIS-1", 200);
    assertThat(records()).extracting(AuditRecord::outcome).containsExactly(Outcome.ALLOWED);
  }

  @Test
  @DisplayName("lets no administrator change what it could not record")
  void changesNothing() {
    store.refuses = true;

    unavailable(callers.as("admin1", Role.ADMIN).delete().uri("/api/hooks/7").exchange());
  }

  private static void unavailable(RestTestClient.ResponseSpec answer) {
    var body = answer.expectStatus().isEqualTo(503).returnResult(String.class).getResponseBody();
    assertThat(body).contains("urn:pris:problem:unavailable").doesNotContain("ward ");
  }

  @Test
  @DisplayName("keeps each change by an administrator before it is tried, and none of their looks")
  void administration() {
    var admin = callers.as("admin1", Role.ADMIN, Role.LEAD);
    status(admin, "/api/hooks/7", 200);
    admin.delete().uri("/api/hooks/7").exchange().expectStatus().isEqualTo(500);
    admin.delete().uri("/api/hooks/7").exchange().expectStatus().isEqualTo(500);
    lead().delete().uri("/api/hooks/7").exchange().expectStatus().isForbidden();

    assertThat(records())
        .hasSize(2)
        .allMatch(it -> it.outcome() == Outcome.ASKED && it.role() == Role.ADMIN)
        .allMatch(it -> "7".equals(it.about()) && it.caseId() == null);
  }

  @Test
  @DisplayName(
      "is read by a lead who reads the case: newest first, page by page, reads of it included")
  void reading() {
    for (var i = 0; i < 5; i++) {
      status(callers.as("responder" + i, Role.RESPONDER), "/api/wards/PRIS-1", 200);
    }
    clock.turn(Duration.ofMinutes(1));
    status(callers.as("ars1", Role.AUTHORITY), "/api/wards/PRIS-1/reads", 404);
    status(callers.as("responder1", Role.RESPONDER), "/api/wards/PRIS-1/reads", 403);
    status(callers.as("stranger2", Role.LEAD), "/api/wards/PRIS-1/reads", 404);

    status(lead(), "/api/wards/PRIS-1/reads", 200);

    var read = new ArrayList<JsonNode>();
    var after = "";
    do {
      var page = page(after);
      page.path("items").forEach(read::add);
      after = page.path("next").isNull() ? "" : page.path("next").asString();
    } while (!after.isEmpty());

    assertThat(read)
        .extracting(it -> it.path("at").asString())
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(read)
        .extracting(it -> it.path("name").asString())
        .contains("Name of responder0", "Name of responder4", "Name of ars1", "Name of stranger2");
    assertThat(read)
        .filteredOn(it -> it.path("what").asString().equals("reads"))
        .extracting(it -> it.path("outcome").asString())
        .contains("HIDDEN", "FORBIDDEN", "ALLOWED");
    assertThat(read).doesNotHaveDuplicates();
    status(lead(), "/api/wards/PRIS-1/reads?after=x", 400);
    status(lead(), "/api/wards/PRIS-1/reads?limit=0", 400);
  }

  private JsonNode page(String after) {
    return java.util.Objects.requireNonNull(
        lead()
            .get()
            .uri("/api/wards/PRIS-1/reads?limit=3" + (after.isEmpty() ? "" : "&after=" + after))
            .exchange()
            .expectStatus()
            .isOk()
            .returnResult(JsonNode.class)
            .getResponseBody());
  }

  @Test
  @DisplayName("keeps records for twelve months")
  void sweep() {
    status(lead(), "/api/wards/PRIS-1", 200);
    clock.turn(Duration.ofDays(364));
    audit.sweep();
    assertThat(records()).hasSize(1);

    clock.turn(Duration.ofDays(3));
    audit.sweep();
    assertThat(records()).isEmpty();
  }
}
