package org.pris.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Secrets of one installation, drawn at its first start and kept in a file for its owner only. */
public record Secrets(Map<String, String> byName) {

  private static final SecureRandom RANDOM = new SecureRandom();

  public static Secrets of(Folders home) {
    var file = Folders.created(home.folder()).resolve("secrets.properties");
    var kept = new Properties();
    try {
      if (Files.exists(file)) {
        try (var reader = Files.newBufferedReader(file)) {
          kept.load(reader);
        }
      }
      var all = new TreeMap<String, String>();
      for (var name :
          new String[] {
            "PRIS_WEB_CLIENT_SECRET",
            "PRIS_ARS_CLIENT_SECRET",
            "PRIS_KEYCLOAK_SETUP_SECRET",
            "PRIS_KEYCLOAK_ADMIN_PASSWORD"
          }) {
        all.put(name, kept.getProperty(name, random(Base64.getUrlEncoder().withoutPadding())));
      }
      all.put(
          "PRIS_SECRET_KEYS",
          kept.getProperty("PRIS_SECRET_KEYS", "k1:" + random(Base64.getEncoder())));
      if (!kept.equals(all)) {
        write(file, all);
      }
      return new Secrets(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String get(String name) {
    return byName.getOrDefault(name, "");
  }

  private static String random(Base64.Encoder encoder) {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return encoder.encodeToString(bytes);
  }

  private static void write(Path file, Map<String, String> secrets) throws IOException {
    var lines = new StringBuilder();
    secrets.forEach((name, value) -> lines.append(name).append('=').append(value).append('\n'));
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, lines);
  }
}
