package org.pris.local.mongo;

import de.flapdoodle.embed.mongo.distribution.Version;
import de.flapdoodle.embed.mongo.transitions.Mongod;
import de.flapdoodle.embed.process.archives.ExtractedFileSet;
import de.flapdoodle.reverse.StateID;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.pris.local.process.DownloadCache;

/** A real mongod from MongoDB's own server, kept for all later starts. */
final class FetchedMongod {

  private static final Version.Main VERSION = Version.Main.V8_0;

  private static final URI SERVER = URI.create("https://fastdl.mongodb.org/");

  private FetchedMongod() {}

  /** Empty where it cannot be had; known within five seconds on a network without the internet. */
  static Optional<Path> find(Consumer<String> console) {
    var kept = DownloadCache.folder("mongod-" + VERSION.asInDownloadPath()).resolve("mongod");
    if (Files.isExecutable(kept)) {
      return Optional.of(kept);
    }
    if (!isReachable()) {
      console.accept("No mongod is installed, and none can be fetched from " + SERVER.getHost());
      return Optional.empty();
    }
    console.accept("Fetching mongod " + VERSION.asInDownloadPath() + " (once)");
    try {
      return Optional.of(CompletableFuture.supplyAsync(() -> fetch(kept)).get(5, TimeUnit.MINUTES));
    } catch (ExecutionException | TimeoutException e) {
      console.accept("Fetching mongod failed: " + e.getMessage());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static boolean isReachable() {
    var request =
        HttpRequest.newBuilder(SERVER)
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .timeout(Duration.ofSeconds(4))
            .build();
    try (var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(4)).build()) {
      http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).get(4, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException unreachable) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Path fetch(Path kept) {
    var walker = Mongod.instance().transitions(VERSION).walker();
    try (var fetched = walker.initState(StateID.of(ExtractedFileSet.class))) {
      Files.createDirectories(kept.resolveSibling("").toAbsolutePath());
      var copy = Files.createTempFile(kept.toAbsolutePath().getParent(), "mongod", ".part");
      Files.copy(
          fetched.current().executable(), copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      if (!copy.toFile().setExecutable(true)) {
        throw new IOException("Cannot make " + copy + " a program");
      }
      return Files.move(copy, kept);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
