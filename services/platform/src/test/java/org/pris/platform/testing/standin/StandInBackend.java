package org.pris.platform.testing.standin;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

/** The library's backend, with what the driver, Actuator and our writes need on top. */
final class StandInBackend extends AbstractMongoBackend {

  private static final Set<String> READS =
      Set.of(
          "find",
          "count",
          "distinct",
          "getmore",
          "killcursors",
          "hello",
          "ismaster",
          "ping",
          "buildinfo",
          "serverstatus",
          "listcollections",
          "listindexes",
          "listdatabases");

  private final Cursors cursors = new Cursors();

  private final Journal journal;

  private final Rights rights;

  StandInBackend(Journal journal, Rights rights) {
    this.journal = journal;
    this.rights = rights;
    Set.copyOf(journal.databases()).forEach(this::resolveDatabase);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String databaseName) {
    return new StandInDatabase(databaseName, getCursorRegistry(), journal);
  }

  /** An error is answered here, for the library's handler would log the documents with it. */
  @Override
  public Document handleMessage(MongoMessage message) {
    var query = message.getDocument();
    var command = query.keySet().iterator().next();
    try {
      UnsupportedFeatures.check(command, query);
      rights.check(message.getChannel(), message.getDatabaseName(), command, query);
      return handleCommand(message.getChannel(), message.getDatabaseName(), command, query);
    } catch (MongoServerException e) {
      return error(e);
    } catch (ClassCastException | IllegalArgumentException | UnsupportedOperationException e) {
      return error(new MongoServerException("Not understood: " + e.getMessage(), e));
    } finally {
      if (!READS.contains(command.toLowerCase(Locale.ROOT))) {
        persist();
      }
    }
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    Rights.remember(channel, query);
    return switch (command) {
      case "hello" -> hello(super.handleCommand(channel, database, "ismaster", query));
      case "find" -> {
        var bounds = Cursors.bounds(query, query);
        query.remove("batchSize"); // the library would keep a cursor of its own
        yield cursors.open(super.handleCommand(channel, database, command, query), bounds);
      }
      case "aggregate" -> {
        var bounds = Cursors.bounds(query, query.get("cursor"));
        yield cursors.open(super.handleCommand(channel, database, command, query), bounds);
      }
      case "getMore" -> cursors.next(database, query);
      case "killCursors" -> cursors.kill(query);
      case "update" ->
          BulkWrites.update(query, one -> super.handleCommand(channel, database, command, one));
      case "insert" ->
          BulkWrites.insert(query, super.handleCommand(channel, database, command, query));
      case "dropDatabase" -> drop(channel, database);
      case "listDatabases" -> databases();
      default -> super.handleCommand(channel, database, command, query);
    };
  }

  /** No set name and no session timeout: so the driver asks for neither retries nor sessions. */
  private static Document hello(Document isMaster) {
    isMaster.put("isWritablePrimary", true);
    isMaster.put("helloOk", true);
    isMaster.put("readOnly", false);
    return isMaster;
  }

  /**
   * The library's own opens every database anew to tell its size, hence builds all indexes again:
   * each probe of each service's health would cost as much as there are documents.
   */
  private Document databases() {
    var response =
        new Document(
            "databases",
            listDatabaseNames().stream()
                .map(name ->
                    new Document("name", name).append("sizeOnDisk", 0L).append("empty", false))
                .toList());
    Utils.markOkay(response);
    return response;
  }

  /** The library's own drop takes every database whose name begins with this one's. */
  private Document drop(Channel channel, String database) {
    var listed =
        super.handleCommand(
            channel, database, "listCollections", new Document("listCollections", 1));
    for (var collection : Cursors.batch(listed)) {
      super.handleCommand(channel, database, "drop", new Document("drop", collection.get("name")));
    }
    var response = new Document("dropped", database);
    Utils.markOkay(response);
    return response;
  }

  /** Before the reply: an acknowledged write outlives the process. */
  private void persist() {
    try {
      journal.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document error(MongoServerException e) {
    var response = new Document("ok", 0);
    response.put("errmsg", e.getMessageWithoutErrorCode());
    if (e instanceof MongoServerError error) {
      response.put("code", error.getCode());
      response.putIfNotNull("codeName", error.getCodeName());
    }
    return response;
  }
}
