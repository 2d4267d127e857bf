package org.pris.web;

import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.pris.contracts.Role;
import org.pris.platform.testing.Servers;
import org.pris.web.session.SessionRow;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

/** Two instances over one store, started once: a request goes to either. */
abstract class TwoInstances {

  static final SetClock CLOCK = new SetClock();
  static final Realm REALM = new Realm();

  private static final String DATABASE = Servers.mongo("web_sessions");

  static final Instance one = Instance.start(DATABASE, REALM, CLOCK, Map.of());
  static final Instance other = Instance.start(DATABASE, REALM, CLOCK, Map.of());
  static final MongoOperations mongo = one.context().getBean(MongoOperations.class);

  @BeforeEach
  void anew() {
    CLOCK.reset();
    REALM.away = false;
    REALM.slowMillis = 0;
    REALM.role = Role.RESPONDER;
    REALM.exchanges.set(0);
    mongo.remove(new Query(), SessionRow.class);
  }

  static Document stored() {
    return Objects.requireNonNull(mongo.getCollection("sessions").find().first());
  }
}
