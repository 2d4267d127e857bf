package org.pris.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;

/** How far each story was played, so that a second play goes on where the first one ended. */
public final class StoryProgress {

  private final Path file;

  private final Properties known = new Properties();

  public StoryProgress(Path folder, Instant now) {
    file = folder.resolve("played.properties");
    try {
      if (Files.exists(file)) {
        try (var reader = Files.newBufferedReader(file)) {
          known.load(reader);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (known.getProperty("began") == null) {
      put("began", now.toString());
    }
  }

  Instant began() {
    return Instant.parse(known.getProperty("began"));
  }

  public int steps(Story story) {
    return Integer.parseInt(known.getProperty(story.key() + ".steps", "0"));
  }

  public void steps(Story story, int done) {
    put(story.key() + ".steps", Integer.toString(done));
  }

  /** The case that came of it; empty before the first step. */
  String caseOf(String story) {
    return known.getProperty(story + ".case", "");
  }

  void caseOf(Story story, String id) {
    put(story.key() + ".case", id);
  }

  private synchronized void put(String name, String value) {
    known.setProperty(name, value);
    try (var writer = Files.newBufferedWriter(file)) {
      known.store(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
