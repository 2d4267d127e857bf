package org.pris.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Publishes what documents carry in their {@code outbox}, in order per document, then takes it out.
 *
 * <p>A crash between the two publishes an entry again: delivery is at least once. One entry a
 * document is under way at a time, so a document's order holds through failures. A wake-up right
 * after the commit serves nearly all; the sweep finds what a crash or an outage left, oldest first.
 */
final class OutboxRelay implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
  private static final int BATCH = 200;
  private static final Duration SWEEP = Duration.ofSeconds(1);

  /** What is known of a new document is not kept longer, nor of more than so many. */
  private static final Duration KNOWN = Duration.ofSeconds(2);

  private static final int REMEMBERED = 1_000;

  private record Owner(String collection, Object id) {}

  /**
   * @param entries all that the document carried when it was new; empty: it is to be read
   * @param at {@link System#nanoTime}
   */
  private record Woken(Owner owner, List<Document> entries, long at) {

    List<Document> known() {
      return System.nanoTime() - at < KNOWN.toNanos() ? entries : List.of();
    }
  }

  private final PendingOutbox carriers;
  private final OutboxPublisher publisher;
  private final List<String> collections;
  private final LinkedBlockingQueue<Woken> woken = new LinkedBlockingQueue<>();
  private volatile @Nullable Thread thread;

  OutboxRelay(
      MongoOperations mongo,
      KafkaOperations<Object, Object> kafka,
      List<String> collections,
      Clock clock) {
    this.carriers = new PendingOutbox(mongo, clock);
    this.publisher = new OutboxPublisher(kafka, carriers);
    this.collections = collections;
  }

  void wake(String collection, Object id) {
    wake(collection, id, List.of());
  }

  /**
   * After an insert that the majority has acknowledged.
   *
   * @param entries all of the new document: it need not be read
   */
  void wake(String collection, Object id, List<Document> entries) {
    var known = woken.size() < REMEMBERED ? entries : List.<Document>of();
    woken.add(new Woken(new Owner(collection, id), known, System.nanoTime()));
  }

  @Override
  public void start() {
    collections.forEach(carriers::index);
    // set before it runs: a relay ends as soon as another has taken its place
    var relay = Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::run);
    thread = relay;
    relay.start();
  }

  private void run() {
    var swept = 0L;
    while (thread == Thread.currentThread()) {
      try {
        var first = woken.poll(SWEEP.toMillis(), TimeUnit.MILLISECONDS);
        var owners = new LinkedHashMap<Owner, List<Document>>();
        if (first != null) {
          var some = new ArrayList<>(List.of(first));
          woken.drainTo(some, BATCH);
          // one that is woken twice carries more than it did when it was new
          some.forEach(it -> owners.merge(it.owner(), it.known(), (_, _) -> List.of()));
        }
        if (System.nanoTime() - swept >= SWEEP.toNanos()) {
          leftBehind().forEach(it -> owners.put(it, List.of()));
          swept = System.nanoTime();
        }
        publish(owners);
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException | Error failure) {
        // what is not published stays in its document, and the sweep finds it again
        OutboxFailure.log(LOG, "The outbox waits", failure);
      }
    }
  }

  private List<Owner> leftBehind() {
    return collections.stream()
        .flatMap(it -> carriers.leftBehind(it, BATCH).stream().map(id -> new Owner(it, id)))
        .toList();
  }

  private void publish(Map<Owner, List<Document>> owners) {
    owners.entrySet().stream()
        .collect(Collectors.groupingBy(it -> it.getKey().collection()))
        .forEach((collection, some) -> publisher.publish(collection, pending(collection, some)));
  }

  private List<Document> pending(String collection, List<Map.Entry<Owner, List<Document>>> owners) {
    var pending = new ArrayList<Document>();
    var unread = new ArrayList<Object>();
    for (var owner : owners) {
      if (owner.getValue().isEmpty()) {
        unread.add(owner.getKey().id());
      } else {
        pending.add(PendingOutbox.carrier(owner.getKey().id(), owner.getValue()));
      }
    }
    if (!unread.isEmpty()) {
      pending.addAll(carriers.read(collection, unread));
    }
    return pending;
  }

  @Override
  public void stop() {
    var running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
    }
  }

  /** Ends after the requests and listeners that it serves, which end at their own phases. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 4_096;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
