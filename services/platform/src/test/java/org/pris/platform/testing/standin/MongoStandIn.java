package org.pris.platform.testing.standin;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A MongoDB for tests and for a first look where no mongod can be had: one process, one thread, no
 * replica, no sessions. It answers the driver of today, and refuses with an error what it cannot do
 * rightly; on disk, what it has acknowledged survives {@code kill -9}, not a power cut. All
 * documents are in memory.
 */
public final class MongoStandIn implements AutoCloseable {

  static final String FILE = "stand-in.journal";

  private final MongoServer server;

  private final int port;

  private MongoStandIn(Journal journal, int port, Rights rights) {
    server = new MongoServer(new StandInBackend(journal, rights));
    // one worker: the library hands out its live documents, so a reply must be written before
    // the next command may change them
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, 1);
    this.port = server.getLocalAddress().getPort();
  }

  /** On a free port of loopback; gone with the process. */
  public static MongoStandIn inMemory() {
    return new MongoStandIn(Journal.inMemory(), 0, Rights.NONE);
  }

  /**
   * On loopback, its data in one file of the folder.
   *
   * @param port 0 for any that is free
   */
  public static MongoStandIn onDisk(Path folder, int port) {
    return onDisk(folder, port, Rights.NONE);
  }

  /** In memory, for clients that name themselves held to the table of {@code access.json}. */
  static MongoStandIn withRights(Path table) {
    return new MongoStandIn(Journal.inMemory(), 0, Rights.of(table));
  }

  private static MongoStandIn onDisk(Path folder, int port, Rights rights) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot create " + folder, e);
    }
    return new MongoStandIn(Journal.in(folder.resolve(FILE)), port, rights);
  }

  public int port() {
    return port;
  }

  /** What {@code spring.mongodb.uri} takes. */
  public String uri(String database) {
    return "mongodb://127.0.0.1:%d/%s?w=majority&journal=true&retryWrites=true"
        .formatted(port, database);
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  /**
   * Runs until the process is ended, and says on the first line where it listens.
   *
   * @param arguments port (0 for any that is free), folder, and where clients that name themselves
   *     are held to it the table of {@code access.json}
   */
  @SuppressWarnings("SystemOut") // the one line that whoever started the process reads
  public static void main(String... arguments) {
    var rights = arguments.length > 2 ? Rights.of(Path.of(arguments[2])) : Rights.NONE;
    var standIn = onDisk(Path.of(arguments[1]), Integer.parseInt(arguments[0]), rights);
    Runtime.getRuntime().addShutdownHook(new Thread(standIn::close));
    System.out.println(standIn.uri(""));
  }
}
