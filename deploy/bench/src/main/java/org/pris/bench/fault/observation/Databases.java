package org.pris.bench.fault.observation;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.pris.local.Stack;

/** Reads the services' databases as nobody's service, with a driver of its own. */
public final class Databases implements AutoCloseable {

  private static final int BATCH = 500;

  /** Every collection whose documents carry what is still to be published. */
  private static final Map<String, List<String>> OUTBOXES =
      new TreeMap<>(
          Map.of(
              "intake", List.of("declarations", "establishments"),
              "triage", List.of("cases"),
              "remediation", List.of("plans"),
              "timeline", List.of("contents", "anchors"),
              "notification", List.of("receipts")));

  private final Map<String, MongoClient> clients = new HashMap<>();

  private final Stack stack;

  public Databases(Stack stack) {
    this.stack = stack;
  }

  private MongoCollection<Document> collection(String service, String name) {
    var uri = new ConnectionString(stack.mongoUri(service));
    var client =
        clients.computeIfAbsent(
            service,
            _ ->
                MongoClients.create(
                    MongoClientSettings.builder()
                        .applyConnectionString(uri)
                        .uuidRepresentation(UuidRepresentation.STANDARD)
                        .build()));
    return client.getDatabase(String.valueOf(uri.getDatabase())).getCollection(name);
  }

  /** How many documents of each collection have something still to be published. */
  Map<String, Long> pending() {
    Map<String, Long> pending = new TreeMap<>();
    OUTBOXES.forEach((service, names) ->
        names.forEach(name -> {
          var waiting = collection(service, name).countDocuments(exists("outbox.0"));
          pending.put(service + "." + name, waiting);
        }));
    return pending;
  }

  long merging() {
    return collection("triage", "cases").countDocuments(exists("course.merging.at"));
  }

  /** Declarations whose case intake has not heard of: it tells them again in the end. */
  long unheard() {
    return collection("intake", "declarations").countDocuments(eq("theCase.revision", 0L));
  }

  /** Deliveries that the endpoint has not received. */
  long undelivered() {
    return collection("notification", "deliveries")
        .countDocuments(in("status", "PENDING", "EXHAUSTED"));
  }

  /** Chains that grew since the last anchor: it will be told to the endpoints. */
  long unanchored() {
    return collection("timeline", "heads").countDocuments(eq("dirty", true));
  }

  long count(String service, String name) {
    return collection(service, name).estimatedDocumentCount();
  }

  public StoredState read() {
    return new StoredState(
        all("intake", "declarations", "current.sender", "outbox"),
        all("intake", "versions", "version.sender", "version.answers.declarant"),
        all("intake", "establishments", "words", "outbox"),
        all("triage", "cases", "declared", "ranks", "outbox"),
        all("remediation", "plans", "gates", "outbox"),
        Map.of("remediation", all("remediation", "access"), "timeline", all("timeline", "access")),
        authored(),
        all("timeline", "anchors", "outbox"),
        chains(),
        all("timeline", "heads").stream()
            .collect(Collectors.toMap(StoredState::id, Function.identity(), (one, _) -> one)),
        all("timeline", "receipts"),
        pending());
  }

  private List<Document> all(String service, String name, String... without) {
    return collection(service, name)
        .find()
        .projection(without.length == 0 ? new Document() : exclude(without))
        .batchSize(BATCH)
        .into(new ArrayList<>());
  }

  /** What only repeats another service's event publishes nothing, and has no revision. */
  private List<Document> authored() {
    return collection("timeline", "contents")
        .find(gt("revision", 0))
        .projection(include("revision", "line"))
        .batchSize(BATCH)
        .into(new ArrayList<>());
  }

  /** An entry and its content are large: each is checked and let go. */
  private Map<String, List<ChainLink>> chains() {
    Map<String, List<ChainLink>> chains = new HashMap<>();
    List<Document> part = new ArrayList<>();
    for (var entry : collection("timeline", "entries").find().batchSize(BATCH)) {
      part.add(entry);
      if (part.size() == BATCH) {
        link(part, chains);
        part.clear();
      }
    }
    link(part, chains);
    chains.values().forEach(it -> it.sort(Comparator.comparingLong(ChainLink::seq)));
    return chains;
  }

  private void link(List<Document> entries, Map<String, List<ChainLink>> chains) {
    var ids = entries.stream().map(it -> it.get("eventId")).toList();
    var contents =
        collection("timeline", "contents")
            .find(in("_id", ids))
            .projection(include("author", "text", "data"))
            .into(new ArrayList<>())
            .stream()
            .collect(Collectors.toMap(StoredState::id, Function.identity(), (one, _) -> one));
    for (var entry : entries) {
      var link = ChainLink.of(entry, contents.get(String.valueOf(entry.get("eventId"))));
      chains.computeIfAbsent(link.theCase(), _ -> new ArrayList<>()).add(link);
    }
  }

  @Override
  public void close() {
    clients.values().forEach(MongoClient::close);
  }
}
