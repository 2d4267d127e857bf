package org.pris.web.session;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.platform.store.SecretSealer;
import org.pris.web.session.SessionRow.Refresh;
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
public class TokenRefreshLeases {

  /** Longer than an exchange can take; what a dead process held is free after it. */
  private static final Duration LEASE = Duration.ofSeconds(15);

  /** The right to exchange, and what is held by now: another may just have been quicker. */
  public record Lease(String session, String by, SessionTokens tokens) {}

  /**
   * How it stands.
   *
   * @param tokens null where the session has ended
   */
  public record Standing(@Nullable SessionTokens tokens, boolean exchanging) {}

  private final MongoOperations mongo;
  private final Sessions sessions;
  private final SessionAttributes attributes;
  private final Clock clock;

  TokenRefreshLeases(
      MongoOperations mongo, Sessions sessions, SessionAttributes attributes, Clock clock) {
    this.mongo = mongo;
    this.sessions = sessions;
    this.attributes = attributes;
    this.clock = clock;
  }

  /** Nothing where another has it, or the session has ended. */
  public Optional<Lease> take(String session) {
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

  public Standing standing(String session) {
    var now = clock.instant();
    return sessions
        .row(session)
        .filter(it -> it.isOpen(now))
        .map(it ->
            new Standing(tokens(it), it.refresh() != null && it.refresh().until().isAfter(now)))
        .orElse(new Standing(null, false));
  }

  public void keep(Lease lease, SessionTokens refreshed) {
    var sealed =
        attributes.seal(SessionRow.key(lease.session()), SessionAttribute.TOKENS, refreshed);
    mongo.updateFirst(
        query(held(lease)),
        new Update().set("attributes." + SessionAttribute.TOKENS.field(), sealed).unset("refresh"),
        SessionRow.class);
  }

  public void release(Lease lease) {
    mongo.updateFirst(query(held(lease)), new Update().unset("refresh"), SessionRow.class);
  }

  /** Not where the lease has passed on: then another may have what Keycloak refused here. */
  public void end(Lease lease) {
    sessions.signedOutElsewhere(held(lease));
  }

  private static Criteria held(Lease lease) {
    return Sessions.open(lease.session()).and("refresh.by").is(lease.by());
  }

  private @Nullable SessionTokens tokens(SessionRow row) {
    var sealed = row.attributes().get(SessionAttribute.TOKENS.field());
    if (sealed == null) {
      return null;
    }
    try {
      return (SessionTokens) attributes.open(row.key(), SessionAttribute.TOKENS, sealed);
    } catch (SecretSealer.Unreadable | JacksonException _) {
      return null;
    }
  }
}
