package org.pris.local.backup;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** Brings the databases of PRIS back to a backup: empties them, then writes what it holds. */
final class DatabaseLoad {

  private static final int BATCH = 500;

  private static final String COUNTERS = "counters";

  private static final long LEAP = 1_000;

  private static final int BATCH_BYTES = 8 << 20;

  private final MongoClient mongo;

  DatabaseLoad(MongoClient mongo) {
    this.mongo = mongo;
  }

  /** Users and rights, which are not in these databases, stay. */
  void empty(String prefix) {
    for (var name : mongo.listDatabaseNames()) {
      if (name.startsWith(prefix)) {
        var database = mongo.getDatabase(name);
        for (var collection : database.listCollectionNames()) {
          if (!collection.startsWith("system.")) {
            database.getCollection(collection).drop();
          }
        }
      }
    }
  }

  /**
   * @throws IllegalStateException where something else came out than went in
   */
  void load(Path backup, Manifest manifest) throws IOException {
    for (var database : manifest.documents().entrySet()) {
      var folder = Archive.databases(backup).resolve(database.getKey());
      for (var collection : database.getValue().entrySet()) {
        var target = mongo.getDatabase(database.getKey());
        var count = load(folder, target, collection.getKey());
        if (count != collection.getValue()) {
          throw new IllegalStateException(
              "%s.%s has %d documents, and the backup was made of %d"
                  .formatted(database.getKey(), collection.getKey(), count, collection.getValue()));
        }
      }
    }
  }

  /**
   * References go on well above the last of the backup: those given since are on paper somewhere,
   * and no other case may come to bear one.
   */
  void leap(Manifest manifest) {
    manifest
        .documents()
        .forEach((database, collections) -> {
          if (collections.containsKey(COUNTERS)) {
            mongo
                .getDatabase(database)
                .getCollection(COUNTERS)
                .updateMany(new Document(), new Document("$inc", new Document("last", LEAP)));
          }
        });
  }

  private static long load(Path folder, MongoDatabase database, String name) throws IOException {
    var metadata = Document.parse(text(folder.resolve(name + ".metadata.json.gz")));
    var indexes = new ArrayList<>(metadata.getList("indexes", Document.class));
    indexes.removeIf(it -> "_id_".equals(it.getString("name")));
    database.runCommand(new Document("create", name));
    if (!indexes.isEmpty()) {
      indexes.forEach(it -> it.remove("ns"));
      database.runCommand(new Document("createIndexes", name).append("indexes", indexes));
    }
    var collection = database.getCollection(name, RawBsonDocument.class);
    try (var in = new DataInputStream(compressed(folder.resolve(name + ".bson.gz")))) {
      documents(collection, in);
    }
    return collection.countDocuments();
  }

  private static void documents(MongoCollection<RawBsonDocument> collection, DataInputStream in)
      throws IOException {
    var batch = new ArrayList<RawBsonDocument>();
    var size = 0;
    var length = new byte[4];
    while (in.readNBytes(length, 0, 4) == 4) {
      var document = new byte[ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt()];
      System.arraycopy(length, 0, document, 0, 4);
      in.readFully(document, 4, document.length - 4);
      batch.add(new RawBsonDocument(document));
      size += document.length;
      if (batch.size() == BATCH || size > BATCH_BYTES) {
        insert(collection, batch);
        size = 0;
      }
    }
    insert(collection, batch);
  }

  private static void insert(
      MongoCollection<RawBsonDocument> collection, List<RawBsonDocument> batch) {
    if (!batch.isEmpty()) {
      collection.insertMany(batch);
      batch.clear();
    }
  }

  private static String text(Path file) throws IOException {
    try (var in = compressed(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static InputStream compressed(Path file) throws IOException {
    return new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16));
  }
}
