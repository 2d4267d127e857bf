package org.pris.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/**
 * Where things are.
 *
 * @param project the checkout with its built jars
 * @param folder what a run leaves: data, logs, secrets; {@code .pris} of the project, or a
 *     temporary folder of a test
 */
public record Folders(Path project, Path folder) {

  /** The checkout that the working directory lies in. */
  public static Path thisProject() {
    for (var it = Path.of("").toAbsolutePath(); it != null; it = it.getParent()) {
      if (Files.exists(it.resolve("deploy/local/start"))) {
        return it;
      }
    }
    throw new StartFailed("Start it from inside the project: deploy/local/start was not found");
  }

  public Path log(String name) {
    return created(folder.resolve("logs")).resolve(name + ".log");
  }

  public Path data(String name) {
    return created(folder.resolve(name));
  }

  public Path built(String first, String... more) {
    return project.resolve(Path.of(first, more));
  }

  /** Two runners on the same data would each restart what the other ends. */
  public FileLock lock() {
    created(folder);
    try {
      var channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new StartFailed("It already runs on " + folder + ": stop that one first (Ctrl-C)");
      }
      return lock;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The log of the run before stays beside the new one. */
  public void keepLastLog(String name) {
    var log = log(name);
    try {
      if (Files.exists(log)) {
        Files.move(
            log, log.resolveSibling(name + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Path created(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
