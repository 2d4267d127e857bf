package org.pris.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Role;
import org.pris.notification.administration.Endpoints;
import org.pris.notification.administration.WebhookRequests.ChangedWebhook;
import org.pris.platform.testing.OpenApiDocument;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpMethod;

@NotificationFlow
@DisplayName("The endpoints")
class EndpointFlowTest extends OneAgency {

  @Autowired MongoOperations mongo;
  @Autowired Endpoints endpoints;

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
}
