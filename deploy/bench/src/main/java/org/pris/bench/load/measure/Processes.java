package org.pris.bench.load.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the kernel knows of processes ({@code /proc}); nothing where there is no such kernel.
 *
 * @param pids by name
 */
public record Processes(Map<String, Long> pids) {

  /** {@code USER_HZ}, which Linux keeps at 100 for programs, whatever its own clock does. */
  private static final double TICKS = 100;

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** CPU seconds since the start of each, and of the whole machine. */
  record Moment(Map<String, Double> cpu, double busy, double idle) {}

  public Moment now() {
    var cpu = new LinkedHashMap<String, Double>();
    pids.forEach((name, pid) -> cpu.put(name, cpu(pid)));
    var all = SPACES.split(lines(Path.of("/proc/stat")).getFirst(), -1);
    var idle = (Long.parseLong(all[4]) + Long.parseLong(all[5])) / TICKS;
    var sum = 0.0;
    for (var i = 1; i <= 8; i++) { // the guests' time is counted within user's
      sum += Long.parseLong(all[i]) / TICKS;
    }
    return new Moment(cpu, sum - idle, idle);
  }

  /** What each used since then; the last line is all that is not ours. */
  public List<Usage> since(Moment before) {
    var now = now();
    var used = new ArrayList<Usage>();
    var ours = 0.0;
    for (var it : pids.entrySet()) {
      var cpu =
          now.cpu().getOrDefault(it.getKey(), 0.0) - before.cpu().getOrDefault(it.getKey(), 0.0);
      ours += cpu;
      used.add(
          new Usage(
              it.getKey(),
              cpu,
              megabytes(it.getValue(), "status", "VmRSS:"),
              megabytes(it.getValue(), "smaps_rollup", "Pss:")));
    }
    used.add(new Usage("others on this machine", now.busy() - before.busy() - ours, 0, 0));
    return used;
  }

  /** CPU seconds of all their C2 compilers that are at work, since each was called to it. */
  public double compiling() {
    return pids.values().stream()
        .flatMap(Processes::threads)
        .filter(it -> it.contains("(C2 CompilerThre"))
        .mapToDouble(Processes::cpu)
        .sum();
  }

  /** The kernel's line on each thread; one that ends meanwhile says nothing. */
  private static Stream<String> threads(long pid) {
    try (var threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      return threads.toList().stream().flatMap(Processes::line);
    } catch (IOException e) {
      throw new IllegalStateException(pid + " has no threads", e);
    }
  }

  private static Stream<String> line(Path thread) {
    try {
      return Stream.of(Files.readString(thread.resolve("stat")));
    } catch (IOException _) {
      return Stream.empty();
    }
  }

  private static double cpu(long pid) {
    return cpu(String.join(" ", lines(Path.of("/proc", Long.toString(pid), "stat"))));
  }

  private static double cpu(String stat) {
    // the name of the command, in brackets, may hold spaces
    var fields = SPACES.split(stat.substring(stat.lastIndexOf(')') + 2), -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
  }

  private static double megabytes(long pid, String file, String field) {
    return lines(Path.of("/proc", Long.toString(pid), file)).stream()
        .filter(it -> it.startsWith(field))
        .mapToDouble(it -> Double.parseDouble(SPACES.split(it, -1)[1]) / 1_024)
        .findFirst()
        .orElse(0);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read: is this Linux?", e);
    }
  }
}
