package org.pris.web.session;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pris.platform.store.SecretSealer;
import org.pris.web.session.SessionRow.Over;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;

/**
 * The sessions, in the store: they outlive this process and are the same on every instance. What is
 * written is what has changed, and never into a session that has ended meanwhile.
 */
@Repository
public class Sessions implements SessionRepository<WebSession> {

  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  /** A session of which nothing else is asked. */
  private record Key(@Id String key) {}

  private final MongoOperations mongo;
  private final SessionAttributes attributes;
  private final Clock clock;

  Sessions(MongoOperations mongo, SessionAttributes attributes, Clock clock) {
    this.mongo = mongo;
    this.attributes = attributes;
    this.clock = clock;
    var sessions = mongo.indexOps(SessionRow.class);
    sessions.createIndex(new Index().on("endsAt", Direction.ASC));
    sessions.createIndex(new Index().on("sid", Direction.ASC).sparse());
    sessions.createIndex(new Index().on("subject", Direction.ASC).sparse());
  }

  @Override
  public WebSession createSession() {
    return new WebSession(clock);
  }

  @Override
  public @Nullable WebSession findById(String id) {
    return row(id).filter(it -> it.isOpen(clock.instant())).map(it -> opened(id, it)).orElse(null);
  }

  private @Nullable WebSession opened(String id, SessionRow row) {
    try {
      return new WebSession(clock, id, row, attributes.open(row));
    } catch (SecretSealer.Unreadable | JacksonException _) {
      LOG.warn("A session's key is gone, or another build wrote it: its person signs in again");
      return null;
    }
  }

  /** Those of them that are open. */
  public Set<String> openAmong(Collection<String> keys) {
    var open =
        query(where("key").in(keys).and("over").exists(false).and("endsAt").gt(clock.instant()));
    open.fields().include("key");
    return mongo.query(SessionRow.class).as(Key.class).matching(open).stream()
        .map(Key::key)
        .collect(Collectors.toSet());
  }

  /** Also what has ended, for as long as it is kept. */
  public Optional<SessionRow> row(String id) {
    return Optional.ofNullable(mongo.findById(SessionRow.key(id), SessionRow.class));
  }

  @Override
  public void save(WebSession session) {
    if (!session.isStored()) {
      insert(session);
    } else if (session.isSeen() || !session.changed().isEmpty()) {
      update(session);
    }
    session.saved();
  }

  /** First the new one, then away with the old: whoever dies in between leaves an anonymous one. */
  private void insert(WebSession session) {
    var key = SessionRow.key(session.getId());
    var person = session.person();
    mongo.insert(
        new SessionRow(
            key,
            session.getCreationTime(),
            session.getLastAccessedTime(),
            session.ends().at(),
            person == null ? null : person.getSubject(),
            person == null ? null : person.getClaimAsString("sid"),
            attributes.seal(key, session.values()),
            null,
            null));
    if (session.former() != null) {
      deleteById(session.former());
    }
  }

  private void update(WebSession session) {
    var key = SessionRow.key(session.getId());
    var update =
        new Update()
            .max("seenAt", session.getLastAccessedTime())
            .max("endsAt", session.ends().at());
    for (var attribute : EnumSet.copyOf(session.changed())) {
      var field = "attributes." + attribute.field();
      var value = session.values().get(attribute);
      if (value == null) {
        update.unset(field);
      } else {
        update.set(field, attributes.seal(key, attribute, value));
      }
    }
    mongo.updateFirst(query(open(session.getId())), update, SessionRow.class);
  }

  @Override
  public void deleteById(String id) {
    mongo.remove(query(where("key").is(SessionRow.key(id))), SessionRow.class);
  }

  /** Nothing is left of them but that it was so, until they would have ended anyway. */
  void signedOutElsewhere(Criteria which) {
    mongo.updateMulti(
        query(which),
        new Update()
            .set("over", Over.SIGNED_OUT_ELSEWHERE)
            .set("attributes", Map.of())
            .unset("subject")
            .unset("sid")
            .unset("refresh"),
        SessionRow.class);
  }

  static Criteria open(String id) {
    return where("key").is(SessionRow.key(id)).and("over").exists(false);
  }

  /** Not left to the store's own expiry, which not every store has. */
  @Scheduled(fixedDelayString = "${pris.web.session-sweep:PT5M}", initialDelayString = "PT1M")
  public void sweep() {
    mongo.remove(query(where("endsAt").lt(clock.instant())), SessionRow.class);
  }
}
