package org.pris.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.pris.platform.Cause;
import org.pris.platform.kafka.CorrelationInterceptor;
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
  private final KafkaOperations<Object, Object> kafka;
  private final List<String> collections;
  private final LinkedBlockingQueue<Woken> woken = new LinkedBlockingQueue<>();
  private volatile @Nullable Thread thread;

  OutboxRelay(
      MongoOperations mongo,
      KafkaOperations<Object, Object> kafka,
      List<String> collections,
      Clock clock) {
    this.carriers = new PendingOutbox(mongo, clock);
    this.kafka = kafka;
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
    // known before it runs: it ends as soon as it is not the one that is known
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
      } catch (RuntimeException | Error outage) {
        // what is not published stays in its document, and the sweep finds it again
        LOG.warn("The outbox waits: {}", outage.getClass().getSimpleName());
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
        .forEach((collection, some) -> publish(collection, pending(collection, some)));
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

  /** Sends the oldest entry of each document, then comes back for those that carry more. */
  private void publish(String collection, List<Document> carrying) {
    var pending = carrying;
    while (!pending.isEmpty()) {
      var sent = new ArrayList<Map.Entry<Document, CompletableFuture<?>>>();
      for (var document : pending) {
        sent.add(Map.entry(document, send(PendingOutbox.entries(document).getFirst())));
      }
      kafka.flush();
      var published = new ArrayList<Document>();
      var more = new ArrayList<Document>();
      var refused = new ArrayList<Throwable>();
      for (var one : sent) {
        // one that fails must not make those acknowledged beside it go out again
        one.getValue().handle((_, failure) -> failure == null || refused.add(failure)).join();
        if (one.getValue().isCompletedExceptionally()) {
          continue;
        }
        published.add(one.getKey());
        var entries = PendingOutbox.entries(one.getKey());
        if (entries.size() > 1) {
          var rest = entries.subList(1, entries.size());
          more.add(PendingOutbox.carrier(PendingOutbox.id(one.getKey()), rest));
        }
      }
      carriers.takeOut(collection, published);
      if (!refused.isEmpty()) {
        LOG.warn(
            "{} entries of {} wait: {}",
            refused.size(),
            collection,
            refused.getFirst().getClass().getSimpleName());
      }
      pending = more;
    }
  }

  private CompletableFuture<?> send(Document entry) {
    var message =
        new ProducerRecord<Object, Object>(
            entry.getString("topic"), entry.getString("key"), entry.getString("json"));
    CorrelationInterceptor.onto(message, entry.getString("correlation"));
    Cause.onto(message, PendingOutbox.id(entry));
    return kafka.send(message);
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
