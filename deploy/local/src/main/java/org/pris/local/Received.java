package org.pris.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What arrived, also before the last start: a line each. */
final class Received {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path file;

  private final Path secretFile;

  private final List<Receipt> all = new ArrayList<>();

  private String secret = "";

  Received(Path folder) {
    file = folder.resolve("received.jsonl");
    secretFile = folder.resolve("secret");
    try {
      if (Files.exists(file)) {
        for (var line : Files.readAllLines(file)) {
          all.add(JSON.readValue(line, Receipt.class));
        }
      }
      if (Files.exists(secretFile)) {
        secret = Files.readString(secretFile);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void add(Receipt receipt) {
    all.add(receipt);
    write(file, JSON.writeValueAsString(receipt) + "\n", StandardOpenOption.APPEND);
  }

  synchronized List<Receipt> all() {
    return List.copyOf(all);
  }

  synchronized String secret() {
    return secret;
  }

  synchronized void keepSecret(String given) {
    secret = given;
    write(secretFile, given, StandardOpenOption.TRUNCATE_EXISTING);
  }

  private static void write(Path to, String text, StandardOpenOption how) {
    try {
      Files.writeString(to, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
