package org.pris.local.backup;

import com.mongodb.ClientSessionOptions;
import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Reads every database of PRIS as it was at one moment: MongoDB keeps what a snapshot needs for a
 * while ({@code minSnapshotHistoryWindowInSeconds}), and what is written meanwhile is not seen. A
 * server that is no replica set has no snapshots; then the services have to be stopped.
 *
 * <p>Sessions are left out: after a restore everybody signs in again.
 */
final class DatabaseDump implements AutoCloseable {

  private static final String SESSIONS = "web";

  private final MongoClient mongo;
  private final Map<String, List<String>> collections;
  private final @Nullable ClientSession session;

  private DatabaseDump(
      MongoClient mongo, Map<String, List<String>> collections, @Nullable ClientSession session) {
    this.mongo = mongo;
    this.collections = collections;
    this.session = session;
  }

  /** From here on nothing that is written is seen, where the server can do that. */
  static DatabaseDump open(MongoClient mongo, String prefix) {
    var collections = new TreeMap<String, List<String>>();
    for (var database : mongo.listDatabaseNames()) {
      if (database.startsWith(prefix) && !database.equals(prefix + SESSIONS)) {
        var names = mongo.getDatabase(database).listCollectionNames().into(new ArrayList<>());
        names.removeIf(it -> it.startsWith("system."));
        names.sort(null);
        collections.put(database, names);
      }
    }
    var hello = mongo.getDatabase("admin").runCommand(new Document("hello", 1));
    if (!hello.containsKey("setName") && !"isdbgrid".equals(hello.get("msg"))) {
      return new DatabaseDump(mongo, collections, null);
    }
    var options = ClientSessionOptions.builder().snapshot(true).build();
    var dump = new DatabaseDump(mongo, collections, mongo.startSession(options));
    // the first read fixes the moment of all that follow
    collections.forEach((database, names) ->
        names.stream().limit(1).forEach(it -> dump.find(dump.collection(database, it)).first()));
    return dump;
  }

  boolean isSnapshot() {
    return session != null;
  }

  /** How many documents of each collection were written below the folder. */
  Map<String, Map<String, Long>> write(Path folder) throws IOException {
    var counts = new TreeMap<String, Map<String, Long>>();
    for (var database : collections.entrySet()) {
      var its = counts.computeIfAbsent(database.getKey(), _ -> new TreeMap<>());
      var target = Files.createDirectories(folder.resolve(database.getKey()));
      for (var name : database.getValue()) {
        var collection = collection(database.getKey(), name);
        its.put(name, documents(collection, target.resolve(name + ".bson.gz")));
        metadata(collection, target.resolve(name + ".metadata.json.gz"));
      }
    }
    return counts;
  }

  private long documents(MongoCollection<RawBsonDocument> collection, Path file)
      throws IOException {
    var count = 0L;
    try (var out = new BufferedOutputStream(compressed(file));
        var documents = find(collection).iterator()) {
      while (documents.hasNext()) {
        var bytes = documents.next().getByteBuffer().asNIO();
        var array = new byte[bytes.remaining()];
        bytes.get(array);
        out.write(array);
        count++;
      }
    }
    return count;
  }

  /** The indexes, without which a service would search everything until its next start. */
  private static void metadata(MongoCollection<RawBsonDocument> collection, Path file) {
    var indexes = collection.listIndexes().into(new ArrayList<>());
    var metadata =
        new Document("options", new Document())
            .append("indexes", indexes)
            .append("collectionName", collection.getNamespace().getCollectionName())
            .append("type", "collection");
    try (var out = compressed(file)) {
      out.write(metadata.toJson().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OutputStream compressed(Path file) throws IOException {
    return new GZIPOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  private FindIterable<RawBsonDocument> find(MongoCollection<RawBsonDocument> collection) {
    return session == null ? collection.find() : collection.find(session);
  }

  private MongoCollection<RawBsonDocument> collection(String database, String name) {
    return mongo.getDatabase(database).getCollection(name, RawBsonDocument.class);
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
    }
  }
}
