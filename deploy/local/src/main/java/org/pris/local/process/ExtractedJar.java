package org.pris.local.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A service's jar with its libraries beside it instead of inside: it starts in half the time, and
 * in half of that with a cache of its loaded classes, which a training run leaves.
 */
public record ExtractedJar(Folders home, String service) {

  private static final String VERSION = "0.1.0-SNAPSHOT";

  public Path source() {
    return home.built("services", service, "target", jar());
  }

  /** A build that failed can leave one of no size. */
  public boolean isBuilt() {
    try {
      return Files.exists(source()) && Files.size(source()) > 1_000_000;
    } catch (IOException e) {
      return false;
    }
  }

  private String jar() {
    return service + "-" + VERSION + "-exec.jar";
  }

  private Path folder() {
    return home.built("deploy", "local", "target", "services", service);
  }

  private Path cache() {
    return folder().resolve("loaded-classes.aot");
  }

  public boolean isTrained() {
    return Files.exists(cache());
  }

  /** Extracts it anew when the jar has changed. */
  public void extract() {
    var stamp = folder().resolve("content");
    try {
      var content = content();
      if (Files.exists(stamp) && Files.readString(stamp).equals(content)) {
        return;
      }
      Folders.delete(folder());
      var command = Program.java("64m", "-Djarmode=tools", "-jar", source().toString());
      command.addAll(List.of("extract", "--destination", folder().toString()));
      Commands.run(command, Map.of(), home.log("extract-" + service));
      Files.writeString(stamp, content);
    } catch (IOException e) {
      throw new StartFailed("Not built: " + source(), e);
    }
  }

  /**
   * Of all that is in it; its time would not do, for a reproducible build always gives the same.
   */
  private String content() throws IOException {
    var crc = new CRC32();
    try (var zip = new ZipFile(source().toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        crc.update((entry.getName() + entry.getCrc()).getBytes(UTF_8));
      }
    }
    return Long.toHexString(crc.getValue());
  }

  public List<String> command(Options options) {
    if (options.productionFlags()) {
      return inProduction();
    }
    var command = Program.java("128m", "-Xss512k", "--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    if (options.prepareOnly()) {
      command.add("-XX:AOTCacheOutput=" + cache());
    } else if (isTrained()) {
      command.add("-XX:AOTCache=" + cache());
    }
    command.addAll(List.of("-jar", folder().resolve(jar()).toString()));
    return command;
  }

  /**
   * As deploy/Dockerfile starts it in a container of 768 MB: of these 70 % are heap, and a machine
   * of that size gets the serial collector.
   */
  private List<String> inProduction() {
    return List.of(
        Program.JAVA,
        "-Xmx537m",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "-jar",
        folder().resolve(jar()).toString());
  }
}
