package org.pris.platform;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.ReadConcern;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
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
  private static final Duration LEFT_BEHIND = Duration.ofSeconds(5);

  private record Owner(String collection, Object id) {}

  private final MongoOperations mongo;
  private final KafkaOperations<Object, Object> kafka;
  private final List<String> collections;
  private final Clock clock;
  private final LinkedBlockingQueue<Owner> woken = new LinkedBlockingQueue<>();
  private volatile @Nullable Thread thread;

  OutboxRelay(
      MongoOperations mongo,
      KafkaOperations<Object, Object> kafka,
      List<String> collections,
      Clock clock) {
    this.mongo = mongo;
    this.kafka = kafka;
    this.collections = collections;
    this.clock = clock;
  }

  void wake(String collection, Object id) {
    woken.add(new Owner(collection, id));
  }

  @Override
  public void start() {
    for (var collection : collections) {
      mongo.indexOps(collection).createIndex(new Index("outboxAt", Sort.Direction.ASC).sparse());
    }
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
        var owners = new LinkedHashSet<Owner>();
        if (first != null) {
          owners.add(first);
          woken.drainTo(owners, BATCH);
        }
        if (System.nanoTime() - swept >= SWEEP.toNanos()) {
          owners.addAll(leftBehind());
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

  private Set<Owner> leftBehind() {
    var owners = new LinkedHashSet<Owner>();
    for (var collection : collections) {
      var old = where("outboxAt").lt(clock.instant().minus(LEFT_BEHIND));
      var oldest = query(old).with(Sort.by("outboxAt")).limit(BATCH);
      oldest.fields().include("_id");
      mongo.find(oldest, Document.class, collection).stream()
          .map(it -> new Owner(collection, Objects.requireNonNull(it.get("_id"))))
          .forEach(owners::add);
    }
    return owners;
  }

  private void publish(Set<Owner> owners) {
    owners.stream()
        .collect(Collectors.groupingBy(Owner::collection))
        .forEach((collection, some) -> publish(collection, some));
  }

  /** Sends the oldest entry of each document, then comes back for those that carry more. */
  private void publish(String collection, List<Owner> owners) {
    var pending = carriers(collection, owners.stream().map(Owner::id).toList());
    while (!pending.isEmpty()) {
      var sent = new ArrayList<Map.Entry<Document, CompletableFuture<?>>>();
      for (var document : pending) {
        sent.add(Map.entry(document, send(entries(document).getFirst())));
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
        var rest = entries(one.getKey());
        if (rest.size() > 1) {
          more.add(new Document(one.getKey()).append("outbox", rest.subList(1, rest.size())));
        }
      }
      takeOut(collection, published);
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

  private List<Document> carriers(String collection, List<Object> ids) {
    Query carrying = query(where("_id").in(ids)).withReadConcern(ReadConcern.MAJORITY);
    carrying.fields().include("outbox");
    var found = mongo.find(carrying, Document.class, collection);
    // two relays at once can leave a mark and nothing behind it
    found.stream()
        .filter(it -> entries(it).isEmpty())
        .forEach(it -> unmark(collection, Objects.requireNonNull(it.get("_id"))));
    return found.stream().filter(it -> !entries(it).isEmpty()).toList();
  }

  private CompletableFuture<?> send(Document entry) {
    var message =
        new ProducerRecord<Object, Object>(
            entry.getString("topic"), entry.getString("key"), entry.getString("json"));
    CorrelatedRecords.onto(message, entry.getString("correlation"));
    return kafka.send(message);
  }

  /**
   * All in one round trip. Of each document the entry goes with the mark where it was the only one;
   * where another came meanwhile it goes alone, and the mark stays.
   */
  private void takeOut(String collection, List<Document> published) {
    if (published.isEmpty()) {
      return;
    }
    var writes = mongo.bulkOps(BulkMode.ORDERED, collection);
    for (var document : published) {
      var entry = entries(document).getFirst().get("_id");
      writes.updateOne(
          query(holding(document, entry).and("outbox").size(1)),
          new Update().set("outbox", List.of()).unset("outboxAt"));
      writes.updateOne(
          query(holding(document, entry)), new Update().pull("outbox", new Document("_id", entry)));
    }
    writes.execute();
  }

  private static Criteria holding(Document document, @Nullable Object entry) {
    return where("_id").is(document.get("_id")).and("outbox._id").is(entry);
  }

  private void unmark(String collection, Object id) {
    mongo.updateFirst(
        query(where("_id").is(id).and("outbox").size(0)),
        new Update().unset("outboxAt"),
        collection);
  }

  private static List<Document> entries(Document document) {
    return document.getList("outbox", Document.class, List.of());
  }

  @Override
  public void stop() {
    var running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
