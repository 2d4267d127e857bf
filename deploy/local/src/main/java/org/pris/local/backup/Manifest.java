package org.pris.local.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds; written last.
 *
 * @param snapshot whether the databases were read as they were at one moment
 * @param kafka which cluster the events are of
 * @param documents how many, by database and collection
 * @param events how many, by topic
 * @param ends where each topic's partitions ended, by topic and partition
 */
record Manifest(
    Instant at,
    boolean snapshot,
    String kafka,
    Map<String, Map<String, Long>> documents,
    Map<String, Long> events,
    Map<String, Map<Integer, Long>> ends) {

  private static final JsonMapper JSON = JsonMapper.shared();

  static Manifest read(Path backup) {
    return JSON.readValue(Archive.manifest(backup).toFile(), Manifest.class);
  }

  void write(Path backup) {
    JSON.writerWithDefaultPrettyPrinter().writeValue(Archive.manifest(backup).toFile(), this);
  }

  long total() {
    return documents.values().stream()
        .flatMap(it -> it.values().stream())
        .mapToLong(it -> it)
        .sum();
  }
}
