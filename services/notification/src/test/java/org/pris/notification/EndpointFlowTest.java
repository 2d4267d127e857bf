package org.pris.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.contracts.Role;
import org.pris.notification.WebhookRequests.ChangedWebhook;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.OpenApiDocument;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpMethod;

@NotificationFlow
@DisplayName("The endpoints")
class EndpointFlowTest {

  @Autowired Callers callers;
  @Autowired MongoOperations mongo;
  @Autowired Endpoints endpoints;

  Agency agency;
  Administrator admin;

  @BeforeEach
  void join() throws IOException {
    agency = Agency.join(callers);
    admin = agency.admin();
  }

  @AfterEach
  void leave() {
    agency.close();
  }

  @Test
  @DisplayName("are described by an OpenAPI document")
  void openApi() {
    assertThat(OpenApiDocument.write(callers.nobody(), "notification")).isNotEmptyFile();
  }

  @Test
  @DisplayName("are created with modest wishes, listed, and never show their secret again")
  void created() {
    var one = admin.get(agency.path(""));

    assertThat(one.at("/events/0")).isEqualTo("case.*");
    assertThat(one.at("/exercise")).isEqualTo("false");
    assertThat(one.at("/health/state")).isEqualTo("OK");
    assertThat(one.at("/secrets/0/hint")).isEqualTo(agency.secret().substring(46));
    assertThat(one.text()).doesNotContain(agency.secret());
    var listed = admin.get("/api/webhooks");
    assertThat(listed.at("/items/0/id")).isEqualTo(agency.id().toString());
    assertThat(listed.text()).doesNotContain(agency.secret());
  }

  @Test
  @DisplayName("keep their secret sealed")
  void sealed() {
    var stored = mongo.getCollection("webhooks").find(new Document("_id", agency.id())).first();

    assertThat(String.valueOf(stored))
        .contains("ciphertext", "k1")
        .doesNotContain(agency.secret().substring(6, 40));
  }

  @Test
  @DisplayName("change only in what is said")
  void patch() {
    agency.patch(Map.of("minimumSeverity", "MAJOR", "departments", List.of("38", "2A")));
    var cleared = new HashMap<String, Object>();
    cleared.put("minimumSeverity", null);

    var after = agency.patch(cleared);

    assertThat(after.status()).isEqualTo(200);
    assertThat(after.json().at("/minimumSeverity").isNull()).isTrue();
    assertThat(after.at("/departments/1")).isEqualTo("2A");
    assertThat(after.at("/url")).isEqualTo(agency.receiver().url());
    assertThat(after.json().path("secret").isNull()).isTrue();
  }

  @Test
  @DisplayName("keep a new address, and all else that another changes at the same time")
  void race() {
    var moved = agency.receiver().url() + "/moved";
    var described = new ChangedWebhook(null, "Agence", null, null, null, null, null);
    var first = new AtomicBoolean(true);

    endpoints.change(
        agency.id(),
        it -> {
          if (first.getAndSet(false)) { // between reading and writing
            agency.patch(Map.of("url", moved, "departments", List.of("38")));
          }
          return described.on(it);
        });

    var after = admin.get(agency.path(""));
    assertThat(after.at("/url")).isEqualTo(moved);
    assertThat(after.at("/departments/0")).isEqualTo("38");
    assertThat(after.at("/description")).isEqualTo("Agence");
  }

  @Test
  @DisplayName("keep what another changes while they move")
  void raceOfAMove() {
    var moved = agency.receiver().url() + "/moved";
    var elsewhere = new ChangedWebhook(moved, null, null, null, null, null, null);

    endpoints.change(
        agency.id(),
        it -> {
          agency.patch(Map.of("description", "Agence", "minimumSeverity", "MAJOR"));
          return elsewhere.on(it);
        });

    var after = admin.get(agency.path(""));
    assertThat(after.at("/url")).isEqualTo(moved);
    assertThat(after.at("/description")).isEqualTo("Agence");
    assertThat(after.at("/minimumSeverity")).isEqualTo("MAJOR");
  }

  @Test
  @DisplayName("leave a record of who changed them")
  void audited() {
    var before = mongo.getCollection("audit").countDocuments();

    agency.patch(Map.of("description", "Agence"));

    var records = mongo.getCollection("audit");
    assertThat(records.countDocuments()).isEqualTo(before + 1);
    assertThat(records.find(new Document("about", agency.id().toString())))
        .anySatisfy(it ->
            assertThat(it)
                .containsEntry("what", "webhook")
                .containsEntry("action", "CHANGE")
                .containsEntry("role", "ADMIN"));
  }

  @Test
  @DisplayName("are created once for one key, and the secret is not shown twice")
  void idempotent() {
    var first = createOnce("one", "ARS");
    var again = createOnce("one", "ARS");
    var other = createOnce("one", "another body");

    assertThat(first.at("/secret")).startsWith("whsec_");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.at("/id")).isEqualTo(first.at("/id"));
    assertThat(again.json().path("secret").isNull()).isTrue();
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.at("/errors/0/field")).isEqualTo("Idempotency-Key");
    admin.send(HttpMethod.DELETE, "/api/webhooks/" + first.at("/id"), null);
  }

  private Administrator.Answer createOnce(String key, String description) {
    var client =
        callers.as("admin1", Role.ADMIN).mutate().defaultHeader("Idempotency-Key", key).build();
    return new Administrator(client)
        .create(agency.receiver().url(), Map.of("description", description));
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
  @DisplayName("are for administrators alone")
  void roles(Role role) {
    var other = new Administrator(callers.as("somebody", role));

    everything().forEach(it -> assertThat(call(other, it).status()).as(it).isEqualTo(403));
  }

  @Test
  @DisplayName("are for nobody without a token")
  void nobody() {
    var nobody = new Administrator(callers.nobody());

    everything().forEach(it -> assertThat(call(nobody, it).status()).as(it).isEqualTo(401));
  }

  @Test
  @DisplayName("that do not exist answer the same 404")
  void unknown() {
    everything()
        .filter(it -> it.contains("{id}"))
        .forEach(it -> assertThat(call(admin, it).status()).as(it).isEqualTo(404));
  }

  /** Every call there is, with a body that could be meant. */
  private static Stream<String> everything() {
    return Stream.of(
        "GET /api/webhooks",
        "POST /api/webhooks {\"url\": \"https://93.184.216.34/\", \"description\": \"x\"}",
        "GET /api/webhooks/{id}",
        "PATCH /api/webhooks/{id} {}",
        "DELETE /api/webhooks/{id}",
        "POST /api/webhooks/{id}/secret",
        "DELETE /api/webhooks/{id}/previous-secret",
        "POST /api/webhooks/{id}/test",
        "POST /api/webhooks/{id}/retry",
        "GET /api/webhooks/{id}/deliveries",
        "POST /api/webhooks/{id}/replay {\"from\": \"2026-01-01T00:00:00Z\", \"to\": \"2027-01-01T00:00:00Z\"}",
        "GET /api/deliveries/{id}",
        "POST /api/deliveries/{id}/replay");
  }

  private static Administrator.Answer call(Administrator by, String line) {
    var words = line.split(" ", 3);
    var path = words[1].replace("{id}", UUID.randomUUID().toString());
    return by.send(HttpMethod.valueOf(words[0]), path, words.length > 2 ? words[2] : null);
  }

  static Stream<Arguments> badBodies() {
    return Stream.of(
        Arguments.of("{", 400, ""),
        Arguments.of("[]", 400, ""),
        Arguments.of("{\"description\": \"x\"}", 400, "url"),
        Arguments.of("{\"url\": \"\", \"description\": \"x\"}", 400, "url"),
        Arguments.of("{\"url\": 1e999, \"description\": \"x\"}", 422, "url"),
        Arguments.of("{\"url\": \"https://a.example\"}", 400, "description"),
        Arguments.of(with("\"minimumSeverity\": \"HUGE\""), 400, "minimumSeverity"),
        Arguments.of(with("\"exercise\": \"perhaps\""), 400, "exercise"),
        Arguments.of(with("\"events\": []"), 400, "events"),
        Arguments.of(with("\"events\": [\"DROP TABLE\"]"), 400, "events[0]"),
        Arguments.of(with("\"events\": [null]"), 400, "events[0]"),
        Arguments.of(with("\"departments\": [\"ZZ\"]"), 400, "departments[0]"),
        Arguments.of("{\"url\": \"http://93.184.216.34/\", \"description\": \"x\"}", 422, "url"),
        Arguments.of(
            "{\"url\": \"https://169.254.169.254/latest\", \"description\": \"x\"}", 422, "url"),
        Arguments.of("{\"url\": \"https://[fd00::1]/\", \"description\": \"x\"}", 422, "url"));
  }

  private static String with(String field) {
    return "{\"url\": \"https://93.184.216.34/\", \"description\": \"x\", " + field + "}";
  }

  @ParameterizedTest
  @MethodSource("badBodies")
  @DisplayName("refuse what cannot be, and name the field")
  void badBody(String body, int status, String field) {
    var answer = admin.send(HttpMethod.POST, "/api/webhooks", body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
    assertThat(admin.get("/api/webhooks").json().path("items").size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/deliveries?limit=0",
        "/deliveries?limit=201",
        "/deliveries?limit=many",
        "/deliveries?status=LOST",
        "/deliveries?after=nonsense",
        "/deliveries?after=YWJjH2RlZg"
      })
  @DisplayName("refuse a question that cannot be answered")
  void badQuery(String query) {
    assertThat(admin.get(agency.path(query)).status()).isEqualTo(400);
  }

  @Test
  @DisplayName("refuse a change into what could not be created")
  void badChange() {
    assertThat(agency.patch(Map.of("url", "https://10.0.0.1/")).status()).isEqualTo(422);
    assertThat(agency.patch(Map.of("minimumSeverity", "HUGE")).status()).isEqualTo(400);
    assertThat(agency.patch(Map.of("events", List.of())).status()).isEqualTo(400);
    assertThat(admin.get(agency.path("")).at("/url")).isEqualTo(agency.receiver().url());
  }

  @Test
  @DisplayName("refuse a span that ends before it begins")
  void badSpan() {
    var body = Map.of("from", "2026-11-24T10:00:00Z", "to", "2026-11-24T10:00:00Z");

    assertThat(admin.send(HttpMethod.POST, agency.path("/replay"), body).status()).isEqualTo(400);
    assertThat(admin.send(HttpMethod.POST, agency.path("/replay"), Map.of()).status())
        .isEqualTo(400);
  }
}
