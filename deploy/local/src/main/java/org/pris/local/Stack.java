package org.pris.local;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.pris.local.kafka.KafkaBroker;
import org.pris.local.keycloak.Keycloak;
import org.pris.local.mongo.LocalDatabases;
import org.pris.local.mongo.MongoChoice;
import org.pris.local.process.Folders;
import org.pris.local.process.Instance;
import org.pris.local.process.Options;
import org.pris.local.process.Ports;
import org.pris.local.process.ProcessIds;
import org.pris.local.process.Program;
import org.pris.local.process.Secrets;
import org.pris.local.process.StartFailed;
import org.pris.local.process.SupervisedProcess;
import org.pris.local.process.Urls;
import org.pris.local.receiver.Receiver;

/**
 * The whole system on this machine: what {@code deploy/local/start} runs, and what the end-to-end
 * tests start on free ports and a temporary folder.
 */
public final class Stack implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private final Folders home;

  private final Urls urls;

  private final MongoChoice mongo;

  private final Consumer<String> console;

  private final ProcessIds pids;

  private final FileLock lock;

  /** How long a process may take to end. */
  private final Duration patience;

  private final Map<String, SupervisedProcess> processes =
      Collections.synchronizedMap(new LinkedHashMap<>());

  private Stack(
      Folders home,
      Urls urls,
      MongoChoice mongo,
      FileLock lock,
      Duration patience,
      Consumer<String> console) {
    this.home = home;
    this.urls = urls;
    this.mongo = mongo;
    this.lock = lock;
    this.patience = patience;
    this.console = console;
    this.pids = new ProcessIds(home.folder().resolve("pids"));
  }

  /** Returns when all is ready; throws {@link StartFailed}, with nothing left running, if not. */
  public static Stack start(Options options, Folders home, Ports ports, Consumer<String> console) {
    var missing = Services.missing(home);
    if (!missing.isEmpty()) {
      throw new StartFailed("Not built yet: " + missing);
    }
    var lock = home.lock();
    var mongo = MongoChoice.of(options, home, ports, System.getenv(), console);
    mongo.checkMayBeChanged(options);
    console.accept("MongoDB: " + mongo.said());
    var patience = Duration.ofSeconds(options.prepareOnly() ? 240 : 12);
    var stack = new Stack(home, Urls.of(ports, options), mongo, lock, patience, console);
    try {
      stack.start(options);
      return stack;
    } catch (RuntimeException e) {
      stack.close();
      throw e instanceof CompletionException && e.getCause() instanceof StartFailed cause
          ? cause
          : e;
    }
  }

  private void start(Options options) {
    var left = pids.endLeftovers();
    if (!left.isEmpty()) {
      console.accept("Ended what an earlier run had left: processes " + String.join(", ", left));
    }
    var beforehand = new StartChecks(home, urls.ports(), mongo, console);
    beforehand.checkPorts();
    if (options.fresh()) {
      beforehand.empty();
    }
    beforehand.checkPeople(options);
    beforehand.sameDatabaseAsBefore();
    var secrets = Secrets.of(home);
    var keycloak = new Keycloak(home, options, urls, secrets);
    var distribution = WarmUp.of(home, console);
    try {
      pids.guard();
    } catch (IOException e) {
      throw new StartFailed("Cannot start /bin/sh", e);
    }
    run(KafkaBroker.program(options, home, urls.ports()));
    if (mongo.program() != null) {
      run(mongo.program());
    }
    var training = options.prepareOnly(); // then nobody signs in
    var realm =
        training
            ? CompletableFuture.<Void>completedFuture(null)
            : withPeople(keycloak, distribution);
    awaitReady("kafka");
    awaitMongo();
    if (options.fresh()) {
      LocalDatabases.drop(mongo.uri(), Instance.NAMES);
    }
    new Services(home, urls, secrets, mongo, options).programs().forEach(this::run);
    realm.join();
    List.copyOf(processes.keySet()).forEach(this::awaitReady);
  }

  private CompletableFuture<Void> withPeople(Keycloak keycloak, Path distribution) {
    run(keycloak.program(distribution));
    run(Receiver.program(home, urls));
    return CompletableFuture.runAsync(
        () -> {
          awaitReady("keycloak");
          keycloak.bringRealm(console);
        },
        Thread::startVirtualThread);
  }

  private void awaitMongo() {
    if (mongo.program() != null) {
      awaitReady("mongodb");
    } else if (!LocalDatabases.answers(mongo.uri())) {
      throw new StartFailed("MongoDB at " + mongo.hosts() + " does not answer");
    }
  }

  private void run(Program program) {
    home.keepLastLog(program.name());
    var process = new SupervisedProcess(program, home.log(program.name()), pids, console);
    processes.put(program.name(), process);
    process.start();
  }

  public Urls urls() {
    return urls;
  }

  public Folders home() {
    return home;
  }

  public String kafka() {
    return KafkaBroker.address(urls.ports());
  }

  /** With the database of that service. */
  public String mongoUri(String service) {
    return mongo.database(LocalDatabases.of(service));
  }

  public void awaitReady(String name) {
    process(name).awaitReady(PATIENCE);
  }

  /** Which MongoDB it runs on, in words. */
  public String mongoSaid() {
    return mongo.said();
  }

  /** Every process there is, in the order of their start. */
  public List<String> names() {
    return List.copyOf(processes.keySet());
  }

  public boolean isReady(String name) {
    return process(name).isReady();
  }

  /** As a crash would; it is started again. */
  public void kill(String name) {
    process(name).kill();
  }

  /** {@code SIGSTOP}: it keeps its connections and its leases, and answers nobody. */
  public void pause(String name) {
    process(name).pause();
  }

  /** {@code SIGCONT}. */
  public void resume(String name) {
    process(name).resume();
  }

  /** Killed, and not started again before it is released. */
  public void hold(String name) {
    process(name).hold();
  }

  public void release(String name) {
    process(name).release();
  }

  public int restarts(String name) {
    return process(name).restarts();
  }

  public long pid(String name) {
    return process(name).pid();
  }

  private SupervisedProcess process(String name) {
    var process = processes.get(name);
    if (process == null) {
      throw new IllegalArgumentException("Nothing is called " + name);
    }
    return process;
  }

  /** Services first, then what they stand on. */
  @Override
  public void close() {
    processes.values().forEach(SupervisedProcess::expectEnd);
    stop(it -> Services.has(it.name()));
    stop(it -> !Services.has(it.name()));
    pids.allEnded();
    try {
      lock.channel().close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void stop(Predicate<SupervisedProcess> which) {
    processes.values().stream()
        .filter(which)
        .map(it -> CompletableFuture.runAsync(() -> it.stop(patience), Thread::startVirtualThread))
        .toList()
        .forEach(CompletableFuture::join);
  }
}
