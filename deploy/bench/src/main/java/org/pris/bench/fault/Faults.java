package org.pris.bench.fault;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.pris.bench.fault.chaos.FaultOptions;
import org.pris.local.process.Folders;
import org.pris.local.process.StartFailed;

/** What {@code deploy/bench/faults} runs; ends with 1 where an invariant does not hold. */
final class Faults {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private Faults() {}

  static void main(String... arguments) throws Exception {
    try {
      var options = FaultOptions.parse(arguments);
      var folder = Folders.thisProject().resolve("deploy/bench/target/faults");
      var report = new FaultRun(options, folder, Faults::say).run();
      System.out.println();
      System.out.println(report.text());
      System.out.println("Report and logs: " + folder);
      System.exit(report.holds() ? 0 : 1);
    } catch (StartFailed e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static synchronized void say(String line) {
    System.out.println(TIME.format(LocalTime.now(ZoneId.systemDefault())) + "  " + line);
  }
}
