package org.pris.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * One process of the stack: how it is started, and when it is ready.
 *
 * @param environment what is added to the runner's own
 * @param ready asked again and again until true; quick, and never throws
 */
public record Program(
    String name, List<String> command, Map<String, String> environment, BooleanSupplier ready) {

  /** The one that runs this. */
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  /**
   * A Java process of little memory that starts quickly; C1 alone is for a machine with everything
   * on it, not for load.
   */
  public static List<String> java(String heap, String... arguments) {
    var command =
        new ArrayList<>(
            List.of(
                JAVA,
                "-Xmx" + heap,
                "-Xms24m", // or it begins with all of it, on a machine with much memory
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8"));
    command.addAll(List.of(arguments));
    return command;
  }

  /** A class of this module, with what the runner itself has on its class path. */
  public static List<String> ours(String heap, Class<?> main, Object... arguments) {
    var command =
        java(
            heap,
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName());
    for (var argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }

  /**
   * The same, but under production's flags for load: compiled in full, and with a heap that need
   * not be collected whole before it can grow. What of it is never written takes no memory.
   */
  public static List<String> ours(
      Options options, String small, String large, Class<?> main, Object... arguments) {
    if (!options.productionFlags()) {
      return ours(small, main, arguments);
    }
    var command = new ArrayList<>(ours(large, main, arguments));
    command.removeAll(List.of("-XX:TieredStopAtLevel=1", "-Xms24m"));
    command.addAll(1, List.of("-Xms" + large, "-Xmn96m"));
    return command;
  }

  /** Cheap to ask, and enough to spare a client until someone listens. */
  public static boolean listens(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Answers 200, however often it did not before. */
  public static BooleanSupplier answers(String uri) {
    var request = HttpRequest.newBuilder(URI.create(uri)).timeout(Duration.ofSeconds(3)).build();
    return () -> {
      try {
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
      } catch (IOException notYet) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    };
  }
}
