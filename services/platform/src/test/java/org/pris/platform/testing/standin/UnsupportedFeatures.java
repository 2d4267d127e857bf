package org.pris.platform.testing.standin;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the library would accept and do wrongly, or not at all, is an error instead. */
final class UnsupportedFeatures {

  private static final int NOT_SUPPORTED = 115;

  private static final Set<String> TRANSACTIONS =
      Set.of("startTransaction", "autocommit", "txnNumber");

  private static final Set<String> INDEX_OPTIONS =
      Set.of("key", "name", "unique", "sparse", "v", "ns", "background");

  private static final Set<String> CREATE_OPTIONS =
      Set.of("create", "$db", "writeConcern", "comment", "autoIndexId", "apiVersion");

  private static final Set<String> FIND_OPTIONS =
      Set.of(
          "find",
          "filter",
          "sort",
          "projection",
          "skip",
          "limit",
          "batchSize",
          "singleBatch",
          "readConcern",
          "$readPreference",
          "$db",
          "maxTimeMS",
          "comment",
          "hint",
          "allowDiskUse",
          "noCursorTimeout");

  private UnsupportedFeatures() {}

  static void check(String command, Document query) {
    for (var option : query.keySet()) {
      if (TRANSACTIONS.contains(option)) {
        throw refusal("transactions and sessions");
      }
    }
    noCollation(query);
    switch (command) {
      case "create" -> only(CREATE_OPTIONS, query, "a collection");
      case "createIndexes" ->
          DocumentFields.documents(query, "indexes").forEach(UnsupportedFeatures::index);
      case "find" -> only(FIND_OPTIONS, query, "find");
      case "update" ->
          DocumentFields.documents(query, "updates").forEach(UnsupportedFeatures::update);
      case "delete" ->
          DocumentFields.documents(query, "deletes").forEach(UnsupportedFeatures::noCollation);
      case "findAndModify", "findandmodify" -> noPipeline(query.get("update"));
      case "aggregate" ->
          DocumentFields.documents(query, "pipeline").forEach(UnsupportedFeatures::stage);
      default -> {
        // the library says of itself what it does not know
      }
    }
  }

  private static void index(Document index) {
    only(INDEX_OPTIONS, index, "an index");
    if (index.get("key") instanceof Map<?, ?> key) {
      for (var field : key.entrySet()) {
        if (!(field.getValue() instanceof Number)) {
          throw refusal("an index of kind " + field.getValue());
        }
        if (String.valueOf(field.getKey()).contains("$**")) {
          throw refusal("a wildcard index");
        }
      }
    }
  }

  private static void update(Document update) {
    noCollation(update);
    noPipeline(update.get("u"));
  }

  private static void noPipeline(@Nullable Object update) {
    if (update instanceof List) {
      throw refusal("an update by a pipeline");
    }
  }

  private static void stage(Document stage) {
    if (stage.containsKey("$changeStream")) {
      throw refusal("change streams");
    }
  }

  private static void noCollation(Document query) {
    if (query.containsKey("collation")) {
      throw refusal("collation");
    }
  }

  private static void only(Set<String> known, Document query, String what) {
    for (var option : query.keySet()) {
      if (!known.contains(option)) {
        throw refusal(what + " with " + option);
      }
    }
  }

  private static MongoServerError refusal(String what) {
    return new MongoServerError(
        NOT_SUPPORTED,
        "CommandNotSupported",
        "The embedded stand-in for MongoDB cannot do " + what + "; a real mongod can");
  }
}
