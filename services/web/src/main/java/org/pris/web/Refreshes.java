package org.pris.web;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.platform.store.SecretSealer;
import org.pris.web.SessionRow.Refresh;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;

/**
 * Who exchanges a session's tokens: one request of one instance at a time, for Keycloak may take a
 * second use of a refresh token for theft.
 */
@Repository
class Refreshes {

  /** Longer than an exchange can take; what a dead process held is free after it. */
  private static final Duration LEASE = Duration.ofSeconds(15);

  /** The right to exchange, and what is held by now: another may just have been quicker. */
  record Lease(String session, String by, HeldTokens tokens) {}

  /**
   * How it stands.
   *
   * @param tokens null where the session has ended
   */
  record Standing(@Nullable HeldTokens tokens, boolean exchanging) {}

  private final MongoOperations mongo;
  private final Sessions sessions;
  private final Attributes attributes;
  private final Clock clock;

  Refreshes(MongoOperations mongo, Sessions sessions, Attributes attributes, Clock clock) {
    this.mongo = mongo;
    this.sessions = sessions;
    this.attributes = attributes;
    this.clock = clock;
  }

  /** Nothing where another has it, or the session has ended. */
  Optional<Lease> take(String session) {
    var now = clock.instant();
    var by = UUID.randomUUID().toString();
    var free =
        Sessions.open(session)
            .orOperator(where("refresh").exists(false), where("refresh.until").lte(now));
    var row =
        mongo.findAndModify(
            query(free),
            new Update().set("refresh", new Refresh(by, now.plus(LEASE))),
            FindAndModifyOptions.options().returnNew(true),
            SessionRow.class);
    return Optional.ofNullable(row).map(this::tokens).map(tokens -> new Lease(session, by, tokens));
  }

  Standing standing(String session) {
    var now = clock.instant();
    return sessions
        .row(session)
        .filter(it -> it.isOpen(now))
        .map(it ->
            new Standing(tokens(it), it.refresh() != null && it.refresh().until().isAfter(now)))
        .orElse(new Standing(null, false));
  }

  void keep(Lease lease, HeldTokens refreshed) {
    var sealed = attributes.seal(SessionRow.key(lease.session()), Attribute.TOKENS, refreshed);
    mongo.updateFirst(
        query(held(lease)),
        new Update().set("attributes." + Attribute.TOKENS.field(), sealed).unset("refresh"),
        SessionRow.class);
  }

  void release(Lease lease) {
    mongo.updateFirst(query(held(lease)), new Update().unset("refresh"), SessionRow.class);
  }

  /** Not where the lease has passed on: then another may have what Keycloak refused here. */
  void end(Lease lease) {
    sessions.signedOutElsewhere(held(lease));
  }

  private static Criteria held(Lease lease) {
    return Sessions.open(lease.session()).and("refresh.by").is(lease.by());
  }

  private @Nullable HeldTokens tokens(SessionRow row) {
    var sealed = row.attributes().get(Attribute.TOKENS.field());
    if (sealed == null) {
      return null;
    }
    try {
      return (HeldTokens) attributes.open(row.key(), Attribute.TOKENS, sealed);
    } catch (SecretSealer.Unreadable | JacksonException _) {
      return null;
    }
  }
}
