package org.pris.local.deployment;

import java.io.IOException;

/** The scripts that say whether a part is well, run as Docker runs them. */
public final class Probes {

  private Probes() {}

  /** Its exit code for a server on this port of loopback. */
  public static int run(String script, int port) throws IOException, InterruptedException {
    return new ProcessBuilder("bash", script, "127.0.0.1", Integer.toString(port))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
