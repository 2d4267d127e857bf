package org.pris.local.backup;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where MongoDB and Kafka are, and as whom a backup comes to them, from the environment: {@code
 * PRIS_MONGODB_URI}, {@code SPRING_KAFKA_BOOTSTRAP_SERVERS}, and where they ask who it is, {@code
 * PRIS_MONGODB_USER}, {@code PRIS_KAFKA_USER} and {@code …_PASSWORD_FILE}.
 */
record Connections(Map<String, String> environment) {

  MongoClient mongo() {
    var settings =
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(required("PRIS_MONGODB_URI")))
            .writeConcern(WriteConcern.MAJORITY.withJournal(true));
    var user = environment.get("PRIS_MONGODB_USER");
    if (user != null) {
      var password = password("PRIS_MONGODB_PASSWORD_FILE").toCharArray();
      settings.credential(MongoCredential.createCredential(user, "admin", password));
    }
    return MongoClients.create(settings.build());
  }

  Map<String, Object> kafka() {
    var settings = new HashMap<String, Object>();
    settings.put("bootstrap.servers", required("SPRING_KAFKA_BOOTSTRAP_SERVERS"));
    var user = environment.get("PRIS_KAFKA_USER");
    if (user != null) {
      settings.put("security.protocol", "SASL_PLAINTEXT");
      settings.put("sasl.mechanism", "SCRAM-SHA-512");
      settings.put(
          "sasl.jaas.config",
          "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
              .formatted(user, password("PRIS_KAFKA_PASSWORD_FILE")));
    }
    return settings;
  }

  private String password(String name) {
    try {
      return Files.readString(Path.of(required(name))).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String required(String name) {
    return Objects.requireNonNull(environment.get(name), name + " is not set");
  }
}
