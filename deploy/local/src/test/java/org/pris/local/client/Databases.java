package org.pris.local.client;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import java.util.Objects;
import java.util.stream.Stream;
import org.pris.local.process.Instance;

/** What the services have stored, whether the API tells of it or not. */
public final class Databases {

  private Databases() {}

  /** Every document of every service, as JSON. */
  public static Stream<String> documents() {
    var all = Stream.<String>builder();
    for (var service : Instance.NAMES) {
      var uri = new ConnectionString(EndToEnd.stack().mongoUri(service));
      try (var client = MongoClients.create(uri)) {
        var database = client.getDatabase(Objects.requireNonNull(uri.getDatabase()));
        for (var name : database.listCollectionNames()) {
          database.getCollection(name).find().forEach(it -> all.add(it.toJson()));
        }
      }
    }
    return all.build();
  }
}
