package org.pris.triage.people;

import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The names of who responds, learnt from the access tokens that they call with. */
@Component
public class People {

  private static final int MOST = 200;
  private static final Sort BY_NAME = Sort.by("name", "_id");

  private final MongoOperations mongo;

  /** What this instance has stored: an unchanged token costs no write. */
  private final Map<String, Colleague> stored = new ConcurrentHashMap<>();

  People(MongoOperations mongo) {
    this.mongo = mongo;
    mongo
        .indexOps(Colleague.class)
        .createIndex(new Index("name", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
  }

  void met(Colleague colleague) {
    var username = colleague.username();
    if (colleague.equals(stored.get(username))) {
      return;
    }
    var known = new Update().set("name", colleague.name()).set("roles", colleague.roles());
    mongo.upsert(query(where("_id").is(username)), known, Colleague.class);
    stored.put(username, colleague);
  }

  /** The first two hundred by name. */
  public List<Colleague> all() {
    return mongo.find(new Query().with(BY_NAME).limit(MOST), Colleague.class);
  }

  /** Who responds under this username; empty where nobody has called with it. */
  public Optional<Colleague> find(String username) {
    return Optional.ofNullable(mongo.findById(username, Colleague.class));
  }

  /** By username; who has never called is missing. */
  public Map<String, String> names(Collection<String> usernames) {
    if (usernames.isEmpty()) {
      return Map.of();
    }
    return mongo.find(query(where("_id").in(usernames)), Colleague.class).stream()
        .collect(toMap(Colleague::username, Colleague::name));
  }
}
