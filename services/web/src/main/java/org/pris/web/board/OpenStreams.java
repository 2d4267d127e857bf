package org.pris.web.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pris.web.session.RelayedCaller;
import org.pris.web.session.Sessions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * The streams that are open at this instance. One that a session opened ends with it, whichever
 * instance ends that, and once its token is no longer fresh: its page comes back by itself, with
 * the rights of that moment. A machine's ends with its token, which the service behind sees to.
 */
@Component
public class OpenStreams {

  /** While no fresher token is to be had, a page asks for one no more often. */
  private static final Duration STALE = Duration.ofMinutes(1);

  private final Set<Stream> open = ConcurrentHashMap.newKeySet();
  private final Sessions sessions;
  private final Clock clock;

  OpenStreams(Sessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  Stream of(Authentication caller) {
    var stream =
        caller instanceof RelayedCaller signedIn
            ? new Stream(signedIn.session(), until(signedIn))
            : new Stream(null, Instant.MAX);
    open.add(stream);
    return stream;
  }

  private Instant until(RelayedCaller caller) {
    var now = clock.instant();
    return caller.freshUntil().isAfter(now) ? caller.freshUntil() : now.plus(STALE);
  }

  /**
   * All with one look: with the store away it fails for all of them, and none ends. Every stream
   * sees what it found within {@code pris.web.board-probe}; both together are 15 s.
   */
  @Scheduled(fixedDelayString = "${pris.web.session-probe:PT10S}")
  public void endWithTheirSessions() {
    var ofSessions = open.stream().filter(it -> it.session != null).toList();
    if (!ofSessions.isEmpty()) {
      var standing = sessions.openAmong(keys(ofSessions));
      ofSessions.stream().filter(it -> !standing.contains(it.session)).forEach(Stream::end);
    }
  }

  private static Set<String> keys(List<Stream> streams) {
    return streams.stream().map(it -> it.session).collect(Collectors.toSet());
  }

  /** One of them, for as long as it is read. */
  final class Stream implements AutoCloseable {

    private final @Nullable String session;
    private final Instant until;
    private volatile boolean ended;

    private Stream(@Nullable String session, Instant until) {
      this.session = session;
      this.until = until;
    }

    boolean isOver() {
      return ended || !clock.instant().isBefore(until);
    }

    private void end() {
      ended = true;
    }

    @Override
    public void close() {
      open.remove(this);
    }
  }
}
