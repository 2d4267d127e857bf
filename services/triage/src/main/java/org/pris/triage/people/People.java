package org.pris.triage.people;

import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Subjects, usernames and names, learnt from the access tokens that people call with. */
@Component
public class People {

  private static final int MOST = 200;
  private static final String TOLD = "told";
  private static final Sort BY_NAME = Sort.by("name", "_id");

  private final MongoOperations mongo;

  /** What this instance has stored: an unchanged token costs no write. */
  private final Map<String, Colleague> stored = new ConcurrentHashMap<>();

  People(MongoOperations mongo) {
    this.mongo = mongo;
    var indexes = mongo.indexOps(Colleague.class);
    indexes.createIndex(
        new Index("roles", Sort.Direction.ASC)
            .on("name", Sort.Direction.ASC)
            .on("_id", Sort.Direction.ASC));
    indexes.createIndex(new Index("username", Sort.Direction.ASC));
  }

  /**
   * Of two accounts that a username is told of, the newer token knows whose it is now.
   *
   * @param told when Keycloak said so
   */
  void met(Colleague colleague, Instant told) {
    var subject = colleague.subject();
    if (colleague.equals(stored.get(subject))) {
      return;
    }
    var others = where("username").is(colleague.username()).and("_id").ne(subject);
    var earlier = query(new Criteria().andOperator(others, where(TOLD).lte(told)));
    mongo.updateMulti(earlier, Update.update("username", ""), Colleague.class);
    var passedOn = mongo.exists(query(others), Colleague.class);
    var known =
        Update.update("username", passedOn ? "" : colleague.username())
            .set("name", colleague.name())
            .set("roles", colleague.roles())
            .set(TOLD, told);
    mongo.upsert(query(where("_id").is(subject)), known, Colleague.class);
    stored.put(subject, colleague);
  }

  /** The first two hundred who respond, by name. */
  public List<Colleague> all() {
    var responding = query(where("roles").in(Colleague.RESPONDING).and(TOLD).exists(true));
    return mongo.find(responding.with(BY_NAME).limit(MOST), Colleague.class);
  }

  /**
   * Whose account it is; empty where nobody has called with it. An older build kept people under
   * their usernames, and said nothing of when: those are no subjects.
   */
  private Optional<Colleague> find(String subject) {
    var met = query(where("_id").is(subject).and(TOLD).exists(true));
    return Optional.ofNullable(mongo.findOne(met, Colleague.class));
  }

  /** Who goes by this username now; empty where nobody has called with it, or two have at once. */
  private Optional<Colleague> named(String username) {
    var found = mongo.find(query(where("username").is(username)).limit(2), Colleague.class);
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** Whom a body means by a subject, or else by a username. */
  Optional<Colleague> meant(String subjectOrUsername) {
    return find(subjectOrUsername).or(() -> named(subjectOrUsername));
  }

  /** Of those whom a query means; who has never called stays as asked for, and is on no case. */
  public List<String> subjects(List<String> subjectsOrUsernames) {
    return subjectsOrUsernames.stream()
        .map(it -> meant(it).map(Colleague::subject).orElse(it))
        .toList();
  }

  /** By subject; who has never called is missing. */
  public Map<String, String> names(Collection<String> subjects) {
    if (subjects.isEmpty()) {
      return Map.of();
    }
    return mongo.find(query(where("_id").in(subjects)), Colleague.class).stream()
        .collect(toMap(Colleague::subject, Colleague::name));
  }
}
