package org.pris.local.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of all backups. Each is a folder named by its moment, which it gets once it is whole:
 *
 * <pre>
 * 20261201T031500Z/manifest.json
 * 20261201T031500Z/databases/pris_triage/cases.bson.gz, cases.metadata.json.gz
 * 20261201T031500Z/events/pris.cases.json.gz
 * </pre>
 *
 * <p>What is under {@code databases} is laid out as mongodump does, so that mongorestore reads it.
 */
record Archive(Path folder) {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final String PARTIAL = ".partial";

  private static final Duration ALL_ARE_KEPT = Duration.ofDays(2);

  static Path databases(Path backup) {
    return backup.resolve("databases");
  }

  static Path events(Path backup) {
    return backup.resolve("events");
  }

  static Path manifest(Path backup) {
    return backup.resolve("manifest.json");
  }

  /** A folder to be filled; what an earlier attempt left goes first. */
  Path begin(Instant now) {
    try (var entries = Files.list(folder)) {
      entries.filter(it -> it.toString().endsWith(PARTIAL)).forEach(Archive::delete);
      var ownersAlone = PosixFilePermissions.fromString("rwx------");
      return Files.createDirectory(
          folder.resolve(NAME.format(now) + PARTIAL),
          PosixFilePermissions.asFileAttribute(ownersAlone));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path complete(Path partial) {
    var name = partial.getFileName().toString();
    try {
      return Files.move(
          partial, folder.resolve(name.substring(0, name.length() - PARTIAL.length())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps all of the last two days, before these the first of each day, and none for too long. */
  void thin(Instant now, int days) {
    var seen = new HashSet<LocalDate>();
    for (var backup : all()) {
      var made = made(backup);
      var day = LocalDate.ofInstant(made, ZoneOffset.UTC);
      var age = Duration.between(made, now);
      var first = seen.add(day);
      if (age.toDays() >= days || (age.compareTo(ALL_ARE_KEPT) > 0 && !first)) {
        delete(backup);
      }
    }
  }

  /** Oldest first. */
  List<Path> all() {
    try (var entries = Files.list(folder)) {
      return entries
          .filter(it -> it.getFileName().toString().matches("\\d{8}T\\d{6}Z"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Instant made(Path backup) {
    return NAME.parse(backup.getFileName().toString(), Instant::from);
  }

  private static void delete(Path backup) {
    try (Stream<Path> files = Files.walk(backup)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
