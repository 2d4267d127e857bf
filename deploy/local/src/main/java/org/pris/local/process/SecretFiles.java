package org.pris.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Secrets that come as files: {@code NAME_FILE} in the environment says where {@code NAME} is. */
public final class SecretFiles {

  private static final String SUFFIX = "_FILE";

  private SecretFiles() {}

  /** The environment with the content of the files in it. */
  public static Map<String, String> read(Map<String, String> environment) {
    var values = new HashMap<>(environment);
    environment.forEach((name, file) -> {
      if (name.startsWith("PRIS_") && name.endsWith(SUFFIX)) {
        values.put(name.substring(0, name.length() - SUFFIX.length()), content(Path.of(file)));
      }
    });
    return values;
  }

  private static String content(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("A secret cannot be read: " + file, e);
    }
  }
}
