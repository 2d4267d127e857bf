package org.pris.bench.load.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.pris.local.Stack;

/**
 * Where a figure was taken.
 *
 * @param load what the machine did in the minute before, by its own account: more than a little
 *     means that the figures are not worth much
 * @param flags of the services' JVMs
 */
public record Machine(
    int cores,
    String cpu,
    long memoryMb,
    String kernel,
    String java,
    String flags,
    String mongo,
    double load) {

  public static Machine of(Stack stack, double load) {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        field("/proc/cpuinfo", "model name"),
        Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1_024,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vendor") + " " + Runtime.version(),
        flags(stack.pid("intake")),
        stack.mongoSaid(),
        load);
  }

  public static double loadNow() {
    return Double.parseDouble(text(Path.of("/proc/loadavg")).split(" ", 2)[0]);
  }

  private static String flags(long pid) {
    return Arrays.stream(text(Path.of("/proc", Long.toString(pid), "cmdline")).split("\0", -1))
        .filter(it -> it.startsWith("-X"))
        .filter(it -> !it.startsWith("-XX:AOT"))
        .collect(Collectors.joining(" "));
  }

  private static String field(String file, String name) {
    return List.of(text(Path.of(file)).split("\n", -1)).stream()
        .filter(it -> it.startsWith(name))
        .map(it -> it.substring(it.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("?");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read: is this Linux?", e);
    }
  }
}
