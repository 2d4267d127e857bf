package org.pris.triage.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access;
import org.pris.contracts.Access.View;
import org.pris.contracts.CaseEvent;
import org.pris.contracts.CaseEvent.CaseAccessChanged;
import org.pris.contracts.CaseState;
import org.pris.contracts.Event;
import org.pris.contracts.Person;
import org.pris.contracts.TaskEvent;
import org.pris.triage.view.AuthorityCase;
import org.pris.triage.view.ListedCase;
import org.pris.triage.view.ResponderCard;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Shows every reader of this instance what happens, from the events themselves and as far as they
 * may see it. Nothing is read from the store: a reader opens the stream first, then loads the page,
 * and keeps the higher revision of the two.
 */
@Component
public class Board implements SmartLifecycle {

  /** Pages of one session that are shown at once. */
  private static final int MOST_STREAMS = 4;

  /** Together with those that are on their way out. */
  private static final int MOST_LEAVING = 8;

  private static final int MOST_KNOWN = 10_000;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** Who may see a case, by the newest event heard: an older one may come later, or again. */
  record Known(long revision, Access access) {}

  private final Map<UUID, Known> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Known> eldest) {
              return size() > MOST_KNOWN;
            }
          });

  private final Queue<BoardStream> streams = new ConcurrentLinkedQueue<>(); // oldest first
  private final Clock clock;
  private final Duration heartbeat;
  private volatile boolean running;

  Board(Clock clock, @Value("${pris.board.heartbeat:15s}") Duration heartbeat) {
    this.clock = clock;
    this.heartbeat = heartbeat;
  }

  /**
   * A new stream, until five minutes are over or the reader's token is. Where the session has four
   * already the oldest makes room: mostly a page that was left or loaded anew, which nobody has
   * noticed yet.
   *
   * @param session whose pages share the room
   * @throws ResponseStatusException 429 where those that make room are slower to go than new ones
   *     come
   */
  synchronized SseEmitter open(Person reader, String session, @Nullable Instant tokenEnds) {
    makeRoom(session);
    var longest = clock.instant().plus(LONGEST);
    var until = tokenEnds != null && tokenEnds.isBefore(longest) ? tokenEnds : longest;
    var emitter = new SseEmitter(LONGEST.plusMinutes(1).toMillis());
    var stream = new BoardStream(reader, session, emitter, until, clock, heartbeat);
    streams.add(stream);
    emitter.onCompletion(() -> ended(stream));
    emitter.onError(_ -> ended(stream));
    emitter.onTimeout(() -> ended(stream));
    Thread.ofVirtual().name("board").start(stream::run);
    return emitter;
  }

  private void makeRoom(String session) {
    var own = streams.stream().filter(it -> it.isOf(session)).toList();
    if (own.size() >= MOST_LEAVING) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    var staying = own.stream().filter(it -> !it.isReplaced()).toList();
    staying.stream()
        .limit(Math.max(0, staying.size() - MOST_STREAMS + 1))
        .forEach(BoardStream::replace);
  }

  /** How many streams this instance keeps open. */
  public int size() {
    return streams.size();
  }

  void heard(Event<CaseEvent> event) {
    var told = event.data();
    if (told == null) {
      return;
    }
    var theCase = told.theCase();
    var newest = newest(theCase);
    var now = clock.instant();
    for (var stream : streams) {
      var message = message(told, newest, stream.reader(), now);
      if (message != null) {
        stream.offer(message);
      }
    }
  }

  /** What a reader is sent: nothing that a newer event has outdone. */
  static @Nullable BoardMessage message(CaseEvent told, Known newest, Person reader, Instant now) {
    var theCase = told.theCase();
    var card = card(theCase, newest.access().views(reader), now);
    if (card == null) {
      return told instanceof CaseAccessChanged ? BoardMessage.removed(theCase.id()) : null;
    }
    return theCase.revision() >= newest.revision() ? BoardMessage.card(card) : null;
  }

  void progressed(Event<TaskEvent> event) {
    var told = event.data();
    if (told == null) {
      return;
    }
    var access = newest(told.theCase()).access();
    var message = BoardMessage.tasks(told.theCase().id(), told.progress());
    streams.stream()
        .filter(it -> access.permits(it.reader(), View.RESPONDER))
        .forEach(it -> it.offer(message));
  }

  /** Events may have been missed: every reader comes back and loads the page anew. */
  void broken() {
    streams.forEach(BoardStream::close);
  }

  private Known newest(CaseState told) {
    var heard = new Known(told.revision(), told.access());
    return known.merge(told.id(), heard, (old, it) -> it.revision() >= old.revision() ? it : old);
  }

  private static @Nullable ListedCase card(CaseState theCase, Set<View> views, Instant now) {
    if (views.contains(View.RESPONDER)) {
      return ResponderCard.of(theCase, null, now);
    }
    return views.contains(View.AUTHORITY) ? AuthorityCase.of(theCase, now) : null;
  }

  private void ended(BoardStream stream) {
    stream.close();
    streams.remove(stream);
  }

  @Override
  public void start() {
    running = true;
  }

  /** Streams end before the server waits for its requests. */
  @Override
  public void stop() {
    running = false;
    broken();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
