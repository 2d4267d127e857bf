package org.pris.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import org.pris.bench.load.measure.Result;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was found, each as JSON under its name, and all that is there on one page.
 *
 * @param folder where they stay until the next run of the same bench
 */
record Results(Path folder) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String CHARTS = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

  void keep(Result result) {
    System.out.println(Printed.of(result));
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve(result.bench() + ".json"),
          JSON.writerWithDefaultPrettyPrinter().writeValueAsString(result));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an earlier run found, so that nobody takes it for what this one finds. */
  void forget(String bench) {
    try {
      Files.deleteIfExists(folder.resolve(bench + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One file that needs nothing beside it. */
  void page() {
    var found = new ArrayList<String>();
    for (var name : Run.BENCHES.keySet()) {
      var file = folder.resolve(name + ".json");
      if (Files.exists(file)) {
        found.add(read(file));
      }
    }
    var page =
        resource("page.html")
            .replace("/*STYLE*/", resource(CHARTS + "uPlot.min.css"))
            .replace("/*CHARTS*/", resource(CHARTS + "uPlot.iife.min.js"))
            .replace("/*RESULTS*/", String.join(",", found).replace("</", "<\\/"));
    var file = folder.resolve("index.html");
    try {
      Files.createDirectories(folder);
      Files.writeString(file, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.println("All results: " + file);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (var content = Objects.requireNonNull(Results.class.getResourceAsStream(name), name)) {
      return new String(content.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
