package org.pris.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs what ends by itself. */
public final class Commands {

  private Commands() {}

  public static void run(List<String> command, Map<String, String> environment, Path log) {
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
    builder.environment().putAll(environment);
    try {
      var code = builder.start().waitFor();
      if (code != 0) {
        throw new StartFailed("A step of the start failed (exit code " + code + "): see " + log);
      }
    } catch (IOException e) {
      throw new StartFailed("Cannot be run: " + command.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailed("Interrupted", e);
    }
  }
}
