package org.pris.platform.testing.standin;

import static java.util.stream.Collectors.toUnmodifiableSet;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds a client to the roles that compose gives it at a real MongoDB, so that what a service may
 * not do is seen wherever it runs. A trial, no protection: who a client is, it says itself by its
 * application's name, and one that says nothing may do all.
 */
final class Rights {

  static final Rights NONE = new Rights(Map.of());

  private static final AttributeKey<String> NAME = AttributeKey.valueOf("pris-application");

  private static final Set<String> ANYBODY =
      Set.of(
          "hello",
          "ismaster",
          "ping",
          "buildinfo",
          "getmore",
          "killcursors",
          "endsessions",
          "listcollections",
          "listdatabases");

  /** By service and collection. */
  private final Map<String, Map<String, Set<String>>> table;

  private Rights(Map<String, Map<String, Set<String>>> table) {
    this.table = table;
  }

  /** As {@code deploy/mongodb/access.json} has them. */
  static Rights of(Path file) {
    var read =
        JsonMapper.shared()
            .readValue(
                file.toFile(), new TypeReference<Map<String, Map<String, Set<String>>>>() {});
    return new Rights(read);
  }

  void check(@Nullable Channel channel, String database, String command, Document query)
      throws MongoServerError {
    if (channel == null || table.isEmpty()) {
      return;
    }
    var name = channel.attr(NAME).get();
    var verb = command.toLowerCase(Locale.ROOT);
    if (name == null || !table.containsKey(name) || ANYBODY.contains(verb)) {
      return;
    }
    var collection = String.valueOf(query.get(command));
    var its = table.getOrDefault(name, Map.of()).get(collection);
    if (!database.endsWith("_" + name) || its == null || !its.containsAll(needed(verb, query))) {
      throw new MongoServerError(
          13,
          "Unauthorized",
          "%s is not authorized on %s.%s to execute %s"
              .formatted(name, database, collection, command));
    }
  }

  /** A connection's first message says who it is. */
  static void remember(@Nullable Channel channel, Document query) {
    if (channel != null
        && query.get("client") instanceof Document client
        && client.get("application") instanceof Document application) {
      channel.attr(NAME).set(String.valueOf(application.get("name")));
    }
  }

  private static Set<String> needed(String verb, Document query) {
    return switch (verb) {
      case "find", "count", "distinct", "aggregate" -> Set.of("find");
      case "insert" -> Set.of("insert");
      case "delete" -> Set.of("remove");
      case "update" -> changes((List<?>) query.getOrDefault("updates", List.of()));
      case "findandmodify" -> {
        var needed = new HashSet<>(changes(List.of(query)));
        needed.add("find");
        yield needed;
      }
      case "create", "createindexes", "listindexes" -> Set.of();
      default -> Set.of(verb); // no table gives it
    };
  }

  private static Set<String> changes(List<?> updates) {
    return updates.stream()
        .map(Document.class::cast)
        .flatMap(it -> {
          var upserts = Boolean.TRUE.equals(it.get("upsert"));
          var removes = Boolean.TRUE.equals(it.get("remove"));
          return (removes
                  ? Set.of("remove")
                  : upserts ? Set.of("insert", "update") : Set.of("update"))
              .stream();
        })
        .collect(toUnmodifiableSet());
  }
}
