package org.pris.local;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * The whole system on this machine: what {@code deploy/local/start} runs, and what the end-to-end
 * tests start on free ports and a temporary folder.
 */
final class Stack implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private final Home home;

  private final Urls urls;

  private final MongoChoice mongo;

  private final Consumer<String> console;

  private final Pids pids;

  private final FileLock lock;

  /** How long a process may take to end. */
  private final Duration patience;

  private final Map<String, Supervised> processes = new LinkedHashMap<>();

  private Stack(
      Home home,
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
    this.pids = new Pids(home.folder().resolve("pids"));
  }

  /** Returns when all is ready; throws {@link StartFailed}, with nothing left running, if not. */
  static Stack start(Options options, Home home, Ports ports, Consumer<String> console) {
    var missing = Services.missing(home);
    if (!missing.isEmpty()) {
      throw new StartFailed("Not built yet: " + missing);
    }
    var lock = home.lock();
    var mongo = MongoChoice.of(options, home, ports, System.getenv(), console);
    options.checkDatabase(mongo);
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
    checkPorts();
    if (options.fresh()) {
      empty();
    }
    sameDatabaseAsBefore();
    var secrets = Secrets.of(home);
    var keycloak = new Keycloak(home, options, urls, secrets);
    var distribution = Preparation.of(home, console);
    try {
      pids.guard();
    } catch (IOException e) {
      throw new StartFailed("Cannot start /bin/sh", e);
    }
    run(KafkaBroker.program(home, urls.ports()));
    if (mongo.program() != null) {
      run(mongo.program());
    }
    run(keycloak.program(distribution));
    run(Receiver.program(home, urls));
    var realm =
        CompletableFuture.runAsync(() -> {
          awaitReady("keycloak");
          keycloak.bringRealm(console);
        });
    awaitReady("kafka");
    awaitMongo();
    if (options.fresh()) {
      RunnersDatabases.drop(mongo.uri(), Services.NAMES);
    }
    new Services(home, urls, secrets, mongo, options.prepareOnly()).programs().forEach(this::run);
    realm.join();
    List.copyOf(processes.keySet()).forEach(this::awaitReady);
  }

  private void awaitMongo() {
    if (mongo.program() != null) {
      awaitReady("mongodb");
    } else if (!RunnersDatabases.answers(mongo.uri())) {
      throw new StartFailed("MongoDB at " + mongo.hosts() + " does not answer");
    }
  }

  private void checkPorts() {
    var names = new ArrayList<>(urls.ports().byName().keySet());
    if (mongo.program() == null) {
      names.remove("mongodb");
    }
    var taken = urls.ports().taken(names);
    if (!taken.isEmpty()) {
      throw new StartFailed(
          "These ports are needed:\n"
              + String.join("\n", taken)
              + "\nEnd what has them, or move all ports of PRIS: --port-offset 1000");
    }
  }

  /** Events that one database has taken in are not sent again for another. */
  private void sameDatabaseAsBefore() {
    var file = home.folder().resolve("mongodb.used");
    try {
      if (Files.exists(file) && !Files.readString(file).equals(mongo.said())) {
        throw new StartFailed(
            "The last run used another MongoDB (%s); now it would be %s, without its data. Ask for"
                    .formatted(Files.readString(file), mongo.said())
                + " the former with --mongo, or begin anew with --fresh");
      }
      Files.writeString(file, mongo.said());
    } catch (IOException e) {
      throw new StartFailed("Cannot write " + file, e);
    }
  }

  /** Everything of earlier runs but logs and secrets. */
  private void empty() {
    console.accept("Emptying what earlier runs left");
    for (var data :
        List.of("kafka", "mongodb", "mongodb-stand-in", "keycloak", "receiver", "demo")) {
      Home.delete(home.folder().resolve(data));
      home.data(data);
    }
    Home.delete(home.folder().resolve("mongodb.used"));
  }

  private void run(Program program) {
    home.keepLastLog(program.name());
    var process = new Supervised(program, home.log(program.name()), pids, console);
    processes.put(program.name(), process);
    process.start();
  }

  Urls urls() {
    return urls;
  }

  Home home() {
    return home;
  }

  String kafka() {
    return KafkaBroker.address(urls.ports());
  }

  String mongoUri(String service) {
    return mongo.database(RunnersDatabases.of(service));
  }

  void awaitReady(String name) {
    process(name).awaitReady(PATIENCE);
  }

  /** As a crash would; it is started again. */
  void kill(String name) {
    process(name).kill();
  }

  int restarts(String name) {
    return process(name).restarts();
  }

  long pid(String name) {
    return process(name).pid();
  }

  private Supervised process(String name) {
    var process = processes.get(name);
    if (process == null) {
      throw new IllegalArgumentException("Nothing is called " + name);
    }
    return process;
  }

  /** Services first, then what they stand on. */
  @Override
  public void close() {
    processes.values().forEach(Supervised::expectEnd);
    var services = new ArrayList<CompletableFuture<Void>>();
    var servers = new ArrayList<Supervised>();
    processes.forEach((name, it) -> {
      if (Services.NAMES.contains(name) || name.equals("receiver")) {
        services.add(CompletableFuture.runAsync(() -> it.stop(patience)));
      } else {
        servers.add(it);
      }
    });
    services.forEach(CompletableFuture::join);
    servers.stream()
        .map(it -> CompletableFuture.runAsync(() -> it.stop(patience)))
        .toList()
        .forEach(CompletableFuture::join);
    pids.allEnded();
    try {
      lock.channel().close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
