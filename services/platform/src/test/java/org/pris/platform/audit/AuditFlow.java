package org.pris.platform.audit;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.pris.contracts.Role;
import org.pris.platform.audit.AuditedWards.Store;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The service of {@link AuditedWards}, its clock and its store in the hands of the tests. */
@FlowTest
@TestPropertySource(
    properties = {"spring.application.name=audit", "pris.audit.path=/api/wards/{id}/reads"})
abstract class AuditFlow {

  @Autowired Callers callers;
  @Autowired MongoOperations mongo;
  @Autowired Hand clock;
  @Autowired Store store;
  @Autowired Audit audit;

  @BeforeEach
  void atTheStartOfAMinute() {
    store.refuses = false;
    mongo.findAllAndRemove(new Query(), "audit");
    var now = clock.instant();
    var next = now.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
    clock.turn(Duration.between(now, next).plusSeconds(1));
  }

  static void status(RestTestClient who, String path, int expected) {
    who.get().uri(path).exchange().expectStatus().isEqualTo(expected);
  }

  List<AuditRecord> records() {
    return mongo.findAll(AuditRecord.class);
  }

  RestTestClient lead() {
    return callers.as("lead1", Role.RESPONDER, Role.LEAD);
  }
}
