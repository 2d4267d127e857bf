package org.pris.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.pris.notification.webhook.Webhook;
import org.pris.notification.webhook.Webhooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Empties the lanes, each endpoint on threads of its own: one that is dead delays no other. A
 * wake-up sends at once; a sweep finds what a restart, a lost wake-up or another instance left.
 */
@Component
public class DeliveryDispatcher implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryDispatcher.class);

  /** Lanes of one endpoint that are worked on at once. */
  private static final int AT_ONCE = 4;

  /** Shorter than what a process is given to end. */
  private static final Duration PARTING = Duration.ofSeconds(5);

  private final Webhooks webhooks;
  private final Lanes lanes;
  private final LaneWorker rounds;
  private final DeliveryRules rules;
  private final Clock clock;
  private final Map<UUID, Semaphore> slots = new ConcurrentHashMap<>();

  /** Since when nobody has looked: whoever ends looks again. */
  private final Set<UUID> woken = ConcurrentHashMap.newKeySet();

  private final AtomicBoolean running = new AtomicBoolean();
  private volatile ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public DeliveryDispatcher(
      Webhooks webhooks, Lanes lanes, LaneWorker rounds, DeliveryRules rules, Clock clock) {
    this.webhooks = webhooks;
    this.lanes = lanes;
    this.rounds = rounds;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Lays what was inserted into its lane and has it sent: at once, where the lane rests and
   * somebody is free to.
   *
   * @param isNew whether it was inserted just now, so that nobody tried it yet
   */
  void deliver(Webhook webhook, Delivery delivery, boolean isNew) {
    var endpoint = webhook.id();
    var slot = slot(endpoint);
    var now = clock.instant();
    var free = running.get() && isWell(webhook) && slot.tryAcquire();
    Optional<Lane> leased = Optional.empty();
    try {
      leased = lanes.lay(delivery.caseId(), endpoint, delivery.sequence(), now, free);
    } finally {
      if (free && leased.isEmpty()) {
        slot.release();
      }
    }
    if (leased.isEmpty()) {
      if (isWell(webhook)) { // else the sweep tries it in its time
        wake(endpoint);
      }
      return;
    }
    var lane = leased.get();
    var head = isNew && lane.last() == 1 ? delivery : null;
    if (!start(slot, () -> rounds.run(lane, webhook, head), endpoint)) {
      lanes.release(lane, now);
    }
  }

  private static boolean isWell(Webhook webhook) {
    return webhook.failing() == null && !webhook.settings().paused();
  }

  /** Has the endpoint's due lanes worked on, unless as many as may be already are. */
  public void wake(UUID endpoint) {
    var slot = slot(endpoint);
    woken.add(endpoint);
    if (running.get() && slot.tryAcquire()) {
      start(slot, () -> true, endpoint);
    }
  }

  private Semaphore slot(UUID endpoint) {
    return slots.computeIfAbsent(endpoint, _ -> new Semaphore(AT_ONCE));
  }

  /** False where we were stopped meanwhile: the sweep after the next start finds it. */
  private boolean start(Semaphore slot, BooleanSupplier first, UUID endpoint) {
    try {
      threads.execute(() -> work(slot, first, endpoint));
      return true;
    } catch (RejectedExecutionException _) {
      slot.release();
      return false;
    }
  }

  private void work(Semaphore slot, BooleanSupplier first, UUID endpoint) {
    try {
      var more = first.getAsBoolean();
      while (more && running.get()) {
        more = round(endpoint);
        if (more && lanes.anyDue(endpoint, clock.instant())) {
          wake(endpoint); // another hand, while there are free ones
        }
      }
    } catch (DataAccessException e) {
      LOG.warn("Deliveries to {} wait for the database: {}", endpoint, e.getClass().getName());
    } finally {
      slot.release();
      if (woken.contains(endpoint)) {
        wake(endpoint);
      }
    }
  }

  /** One lane as far as it goes. False where there is nothing (more) to do now. */
  private boolean round(UUID endpoint) {
    woken.remove(endpoint);
    var now = clock.instant();
    var due = lanes.due(endpoint, now);
    if (due.isEmpty()) {
      return false;
    }
    var webhook = webhooks.find(endpoint).orElse(null);
    if (webhook == null) {
      rounds.end(endpoint); // what was laid down while it was deleted
      return false;
    }
    if (webhook.settings().paused()
        || (webhook.failing() != null && !webhooks.claimProbe(endpoint, now))) {
      return false;
    }
    return lanes.take(due, now).map(it -> rounds.run(it, webhook, null)).orElse(false);
  }

  private void sweep() {
    try {
      var now = clock.instant();
      for (var webhook : webhooks.all()) {
        if (mayTry(webhook, now) && lanes.anyDue(webhook.id(), now)) {
          wake(webhook.id());
        }
      }
    } catch (RuntimeException | Error e) { // the sweep must outlive anything: retries hang on it
      LOG.warn("No sweep this time: {}", e.getClass().getName());
    }
  }

  private static boolean mayTry(Webhook webhook, Instant now) {
    var failing = webhook.failing();
    return !webhook.settings().paused() && (failing == null || !failing.nextTryAt().isAfter(now));
  }

  @Override
  public void start() {
    if (running.compareAndSet(false, true)) {
      threads = Executors.newVirtualThreadPerTaskExecutor();
      threads.execute(this::sweepOnAndOn);
    }
  }

  private void sweepOnAndOn() {
    try {
      while (running.get()) {
        sweep();
        TimeUnit.MILLISECONDS.sleep(rules.sweepEvery().toMillis());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Attempts under way may end; a longer one is broken off, and made again by who comes next. */
  @Override
  public void stop() {
    if (running.compareAndSet(true, false)) {
      threads.shutdown();
      try {
        if (!threads.awaitTermination(PARTING.toSeconds(), TimeUnit.SECONDS)) {
          List<Runnable> _ = threads.shutdownNow();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running.get();
  }
}
