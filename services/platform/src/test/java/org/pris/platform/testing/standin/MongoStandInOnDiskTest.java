package org.pris.platform.testing.standin;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own, killed as a crash would. */
@DisplayName("The stand-in for MongoDB on disk")
class MongoStandInOnDiskTest {

  @TempDir Path folder;

  record Running(Process process, MongoClient client) {

    void kill() throws InterruptedException {
      client.close();
      process.destroyForcibly().waitFor();
    }
  }

  Running start() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classpath = System.getProperty("java.class.path");
    var process =
        new ProcessBuilder(
                java,
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                classpath,
                MongoStandIn.class.getName(),
                "0",
                folder.toString())
            .redirectError(folder.resolve("errors.log").toFile())
            .start();
    return new Running(process, Driver.to(address(process.inputReader())));
  }

  private static String address(BufferedReader output) throws IOException {
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("mongodb://")) {
        return line;
      }
    }
    throw new IOException("It ended without saying where it listens");
  }

  @Test
  @DisplayName("keeps every acknowledged write over kill -9 in the middle of writing")
  void killed() throws Exception {
    var first = start();
    var collection = first.client().getDatabase("test").getCollection("events");
    collection.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
    var acknowledged = new AtomicInteger();
    var writer =
        CompletableFuture.runAsync(() -> {
          for (var i = 1; ; i++) {
            collection.insertOne(new Document("_id", i).append("number", i));
            collection.updateOne(eq("_id", i), inc("lock", 1));
            acknowledged.set(i);
          }
        });
    await().until(() -> acknowledged.get() > 300);
    first.process().destroyForcibly().waitFor();
    assertThatThrownBy(writer::join).hasCauseInstanceOf(MongoException.class);
    first.client().close();

    var second = start();
    var kept = second.client().getDatabase("test").getCollection("events");
    assertThat(kept.countDocuments(eq("lock", 1))).isGreaterThanOrEqualTo(acknowledged.get());
    assertThatThrownBy(() -> kept.insertOne(new Document("_id", -1).append("number", 300)))
        .as("the unique index is there again")
        .hasMessageContaining("11000");
    second.kill();
  }

  @Test
  @DisplayName("acknowledges at least 300 writes a second, and its file does not grow without end")
  void speed() throws Exception {
    var running = start();
    var collection = running.client().getDatabase("test").getCollection("cases");
    var text = "x".repeat(2_000);
    for (var i = 0; i < 200; i++) {
      collection.insertOne(new Document("_id", i).append("text", text).append("lock", 0));
    }

    var writes = 3_000;
    var started = System.nanoTime();
    for (var i = 0; i < writes; i++) {
      collection.updateOne(eq("_id", i % 200), inc("lock", 1));
    }
    var took = Duration.ofNanos(System.nanoTime() - started);

    assertThat(writes * 1_000L / took.toMillis()).as("writes a second").isGreaterThan(300);
    assertThat(Files.size(folder.resolve(MongoStandIn.FILE))).isLessThan(100L << 20);
    assertThat(collection.distinct("lock", Integer.class)).containsExactly(15);
    running.kill();
  }
}
