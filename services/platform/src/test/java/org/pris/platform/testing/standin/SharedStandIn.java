package org.pris.platform.testing.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A stand-in for all tests of a class, and an empty collection for each. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class SharedStandIn {

  final MongoStandIn standIn = MongoStandIn.inMemory();

  final MongoClient client = Driver.to(standIn.uri(""));

  MongoCollection<Document> cases = client.getDatabase("test").getCollection("unset");

  @BeforeAll
  void reachable() {
    var hello = client.getDatabase("admin").runCommand(new Document("hello", 1));
    assertThat(hello.getBoolean("isWritablePrimary")).isTrue();
  }

  @AfterAll
  void stop() {
    client.close();
    standIn.close();
  }

  @BeforeEach
  void emptyCollection() {
    cases = client.getDatabase("test").getCollection("cases" + UUID.randomUUID());
  }
}
