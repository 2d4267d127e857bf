package org.pris.bench.fault.invariant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.pris.local.process.Folders;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The tasks that a plan is to have, by the playbooks' own files: the keys of each. */
final class Playbooks {

  /** The one whose tasks depend on the type of the incident. */
  static final String FIRST_HOUR = "first-hour";

  private static final Playbooks OF_THE_PROJECT = read();

  private final Map<String, Set<String>> tasks = new HashMap<>();

  private final Map<String, Set<String>> gestures = new HashMap<>();

  private Playbooks() {}

  static Playbooks ofTheProject() {
    return OF_THE_PROJECT;
  }

  private static Playbooks read() {
    var all = new Playbooks();
    var folder = Folders.thisProject().resolve("services/remediation/src/main/resources/playbooks");
    try (var files = Files.newDirectoryStream(folder, "*.yaml")) {
      files.forEach(all::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private void add(Path file) {
    var playbook = YAMLMapper.shared().readTree(file);
    if (playbook.has("byType")) {
      playbook
          .path("byType")
          .properties()
          .forEach(it -> it.getValue().forEach(key -> add(gestures, it.getKey(), key)));
    } else {
      var name = playbook.path("key").asString("");
      playbook.path("tasks").forEach(it -> add(tasks, name, it.path("key")));
    }
  }

  private static void add(Map<String, Set<String>> all, String name, JsonNode key) {
    all.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(key.asString(""));
  }

  Set<String> tasks(String playbook) {
    return tasks.getOrDefault(playbook, Set.of());
  }

  /** Of the first hour of an incident of that type. */
  Set<String> gestures(String incidentType) {
    return gestures.getOrDefault(incidentType, Set.of());
  }
}
