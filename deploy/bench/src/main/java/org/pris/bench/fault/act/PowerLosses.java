package org.pris.bench.fault.act;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.pris.bench.fault.observation.AcceptedWrites;

/**
 * Declarations that a broker acknowledged and then lost with its power: in intake's database they
 * are there, long sent, with nothing left to publish; on the topic they are not. Each is a copy of
 * one that was answered, under an id and a reference of its own.
 */
final class PowerLosses implements AutoCloseable {

  /** Under which the ledger counts them. */
  static final String KIND = "declaration lost with the power";

  private static final Duration SINCE = Duration.ofMinutes(3);

  private final MongoClient client;

  private final MongoCollection<Document> declarations;

  private final AcceptedWrites ledger;

  private int number;

  /**
   * @param uri of intake's database
   */
  PowerLosses(String uri, AcceptedWrites ledger) {
    var address = new ConnectionString(uri);
    this.client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(address)
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    this.declarations =
        client.getDatabase(String.valueOf(address.getDatabase())).getCollection("declarations");
    this.ledger = ledger;
  }

  /** One more; nothing where there is none to copy yet, or the database is away. */
  void lose(RandomGenerator random) {
    var known = ledger.declared().keySet().stream().toList();
    if (known.isEmpty()) {
      return;
    }
    var id = UUID.fromString(known.get(random.nextInt(known.size())));
    var lost = declarations.find(and(eq("_id", id), eq("current.number", 1L))).first();
    if (lost == null) {
      return; // complemented meanwhile: its earlier versions would have to come along
    }
    var copy = new UUID(random.nextLong(), random.nextLong());
    var reference = "DEC-LOST-%06d".formatted(++number);
    var then = Date.from(Instant.now().minus(SINCE));
    lost.append("_id", copy)
        .append("reference", reference)
        .append("submittedAt", then)
        .append("theCase", new Document("revision", 0L))
        .append("outbox", List.of());
    lost.remove("outboxAt");
    lost.remove("resend");
    lost.get("current", Document.class).append("sentAt", then).append("request", copy);
    declarations.insertOne(lost);
    ledger.lost(copy.toString(), reference);
    ledger.count(KIND);
  }

  @Override
  public void close() {
    client.close();
  }
}
