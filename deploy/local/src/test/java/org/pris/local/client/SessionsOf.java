package org.pris.local.client;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.KeycloakBuilder;
import org.pris.local.keycloak.RealmStep;
import org.pris.local.mongo.LocalDatabases;
import org.pris.local.process.Secrets;

/**
 * Somebody's sessions, from where they cannot reach: at Keycloak, whose administrator may end them,
 * and in the store, where time passes.
 */
public record SessionsOf(String subject) {

  public static SessionsOf account(String username) {
    return new SessionsOf(
        Account.of(username).get("/api/me").expect(200).json().path("subject").asString());
  }

  /** Keycloak tells web of it. */
  public void endAtKeycloak() {
    try (var keycloak =
        KeycloakBuilder.builder()
            .serverUrl(EndToEnd.stack().urls().keycloak())
            .realm("master")
            .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
            .clientId(RealmStep.CLIENT)
            .clientSecret(Secrets.of(EndToEnd.stack().home()).get("PRIS_KEYCLOAK_SETUP_SECRET"))
            .build()) {
      keycloak.realm("pris").users().get(subject).logout();
    }
  }

  /** As if their owner had done nothing for so long that this is left of the hour. */
  public void haveLeft(Duration rest) {
    var seenAt = Instant.now().minus(Duration.ofHours(1)).plus(rest);
    change(Updates.set("seenAt", Date.from(seenAt)), rest);
  }

  /** As if they had begun twelve hours ago, but for this. */
  public void endForGoodIn(Duration rest) {
    var since = Instant.now().minus(Duration.ofHours(12)).plus(rest);
    change(Updates.set("since", Date.from(since)), rest);
  }

  private void change(org.bson.conversions.Bson how, Duration rest) {
    var uri = EndToEnd.stack().mongoUri("web");
    try (var mongo = MongoClients.create(uri)) {
      var database = mongo.getDatabase(LocalDatabases.of("web"));
      var ends = Updates.set("endsAt", Date.from(Instant.now().plus(rest)));
      var changed =
          database
              .getCollection("sessions", Document.class)
              .updateMany(Filters.eq("subject", subject), Updates.combine(how, ends))
              .getMatchedCount();
      if (changed == 0) {
        throw new AssertionError("Nobody of this subject is signed in");
      }
    }
  }
}
