package org.pris.triage;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@FlowTest
@DisplayName("A restriction")
class PendingRestrictionFlowTest {

  @Autowired Callers callers;

  @Autowired Published published;

  @Autowired MongoOperations mongo;

  @Test
  @DisplayName("is said to be pending for as long as its event waits in the outbox")
  void pending() {
    var lead = callers.as("lead1", Role.LEAD);
    var declared = new Declared(published);
    var restricted = declared.ransomware("990000010");
    var open = declared.ransomware("990000010");
    new Steps(lead, restricted)
        .post(
            "access",
            "{'version': 1, 'restricted': true, 'people': ['lead1'], 'establishmentSide': 'ALL',"
                + " 'establishmentPeople': [], 'reason': 'An insider'}")
        .expectStatus()
        .isOk();
    var told = published.await(Topics.CASES, restricted, "case.access-changed.v1").toString();
    await().untilAsserted(() -> assertThat(pending(lead, restricted)).isFalse());

    keep(restricted, told);
    keep(open, told);

    assertThat(pending(lead, restricted)).isTrue();
    assertThat(pending(lead, open)).as("kept from nobody").isFalse();
  }

  /** As while Kafka is away: without the mark that the relay goes by, the event stays. */
  private void keep(UUID id, String event) {
    var entry = new Document("_id", UUID.randomUUID()).append("json", event);
    mongo.updateFirst(query(where("_id").is(id)), new Update().push("outbox", entry), "cases");
  }

  private static boolean pending(RestTestClient http, UUID id) {
    var body = new Steps(http, id).get().expectStatus().isOk().returnResult(JsonNode.class);
    return requireNonNull(body.getResponseBody()).path("restrictionPending").booleanValue();
  }
}
