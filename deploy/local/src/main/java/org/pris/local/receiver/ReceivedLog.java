package org.pris.local.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What arrived, also before the last start: a line each in a file, the newest in memory too. */
final class ReceivedLog {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final int KEPT = 200;

  private final Path file;

  private final Path folder;

  private final Deque<Receipt> newest = new ArrayDeque<>();

  private long count;

  private long wrong;

  /** By the names of the endpoints. */
  private final Map<String, String> secrets = new HashMap<>();

  ReceivedLog(Path folder) {
    this.folder = folder;
    file = folder.resolve("received.jsonl");
    try {
      if (Files.exists(file)) {
        dropTornLine();
        try (var lines = Files.newBufferedReader(file)) {
          read(lines);
        }
      }
      try (var files = Files.newDirectoryStream(folder, "secret*")) {
        for (var it : files) {
          var name = it.getFileName().toString().replaceFirst("^secret-?", "");
          secrets.put(name, Files.readString(it));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line without its end was being written when the process was killed: it was not answered. */
  private void dropTornLine() throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      var end = bytes.length();
      while (end > 0) {
        bytes.seek(end - 1);
        if (bytes.read() == '\n') {
          break;
        }
        end--;
      }
      bytes.setLength(end);
    }
  }

  private void read(BufferedReader lines) throws IOException {
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      count(JSON.readValue(line, Receipt.class));
    }
  }

  private void count(Receipt receipt) {
    count++;
    wrong += receipt.signed() ? 0 : 1;
    newest.addFirst(receipt);
    if (newest.size() > KEPT) {
      newest.removeLast();
    }
  }

  synchronized void add(Receipt receipt) {
    write(file, JSON.writeValueAsString(receipt) + "\n", StandardOpenOption.APPEND);
    count(receipt);
  }

  synchronized long count() {
    return count;
  }

  synchronized long wrong() {
    return wrong;
  }

  /** The last of them, newest first. */
  synchronized List<Receipt> newest() {
    return List.copyOf(newest);
  }

  /** All of them, oldest first, as a JSON array. */
  synchronized void writeAll(OutputStream to) throws IOException {
    to.write('[');
    if (Files.exists(file)) {
      try (var lines = Files.newBufferedReader(file)) {
        var first = true;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          to.write(((first ? "" : ",") + line).getBytes(UTF_8));
          first = false;
        }
      }
    }
    to.write(']');
  }

  /** Empty where the endpoint has none yet. */
  synchronized String secret(String endpoint) {
    return secrets.getOrDefault(endpoint, "");
  }

  synchronized void keepSecret(String endpoint, String given) {
    secrets.put(endpoint, given);
    var name = endpoint.isEmpty() ? "secret" : "secret-" + endpoint;
    write(folder.resolve(name), given, StandardOpenOption.TRUNCATE_EXISTING);
  }

  private static void write(Path to, String text, StandardOpenOption how) {
    try {
      Files.writeString(to, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
