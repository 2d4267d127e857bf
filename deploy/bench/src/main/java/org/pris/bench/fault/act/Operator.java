package org.pris.bench.fault.act;

import com.mongodb.MongoException;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.pris.bench.fault.chaos.FaultOptions;
import org.pris.bench.fault.observation.AcceptedWrites;

/**
 * Somebody who looks after the system while it is disturbed, and what they have to deal with: power
 * that fails, and records that services put aside. While the store or the broker is away they try
 * again later.
 */
public final class Operator {

  private static final long PAUSE_MILLIS = 3_000;

  private final FaultOptions options;

  private final AcceptedWrites ledger;

  private final String intake;

  private final String kafka;

  private final Consumer<String> console;

  private final Thread thread = Thread.ofVirtual().name("operator").unstarted(this::work);

  private volatile boolean stop;

  /**
   * @param intake the URI of intake's database
   * @param kafka the broker's address
   */
  public Operator(
      FaultOptions options,
      AcceptedWrites ledger,
      String intake,
      String kafka,
      Consumer<String> console) {
    this.options = options;
    this.ledger = ledger;
    this.intake = intake;
    this.kafka = kafka;
    this.console = console;
  }

  public void start() {
    thread.start();
  }

  /** Takes no further turn, and waits for the one under way. */
  public void finish() throws InterruptedException {
    stop = true;
    thread.join();
  }

  /** Decides of what was put aside since. */
  public void decide() throws InterruptedException {
    try {
      new PoisonedRecords(kafka, ledger).decide();
    } catch (ExecutionException | KafkaException away) {
      throw new IllegalStateException("The broker does not answer", away);
    }
  }

  private void work() {
    var random = new Random(options.seed() * 17);
    var records = new PoisonedRecords(kafka, ledger);
    try (var losses = new PowerLosses(intake, ledger)) {
      while (!stop) {
        Thread.sleep(PAUSE_MILLIS);
        turn(random, records, losses);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      ledger.count(Load.LOST + ": " + e);
      console.accept("The operator is lost: " + e);
    }
  }

  /** As many of each as the run asks for, and one more where a turn was lost. */
  private void turn(Random random, PoisonedRecords records, PowerLosses losses)
      throws InterruptedException {
    try {
      if (isMissing(PowerLosses.KIND)) {
        losses.lose(random);
      }
      if (isMissing(PoisonedRecords.REPLAYED)) {
        records.putAside(random);
      }
      if (isMissing(PoisonedRecords.DISCARDED)) {
        records.poison();
      }
      records.decide();
    } catch (MongoException | ExecutionException | KafkaException away) {
      ledger.count("operator: " + away.getClass().getSimpleName());
    }
  }

  private boolean isMissing(String kind) {
    var least = RequiredActs.least(options.declarations()).getOrDefault(kind, 0L);
    return ledger.counted(kind) < least;
  }
}
