package org.pris.local.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** The databases that the runner may empty, on whichever server: its own by their names. */
public final class LocalDatabases {

  public static final String PREFIX = "pris_local_";

  private LocalDatabases() {}

  public static String of(String service) {
    return PREFIX + service;
  }

  public static boolean answers(String uri) {
    try (var client = client(uri)) {
      client.getDatabase("admin").runCommand(new Document("ping", 1));
      return true;
    } catch (MongoException notYet) {
      return false;
    }
  }

  public static void drop(String uri, List<String> services) {
    try (var client = client(uri)) {
      services.forEach(it -> client.getDatabase(of(it)).drop());
    }
  }

  private static MongoClient client(String uri) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(uri))
            .applyToClusterSettings(it -> it.serverSelectionTimeout(2, TimeUnit.SECONDS))
            .build());
  }
}
