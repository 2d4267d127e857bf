package org.pris.remediation.playbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.IncidentType;

/** What is wrong with a playbook, in words for whoever edits the file; an empty list: nothing. */
final class PlaybookCheck {

  private static final int FEWEST_GESTURES = 3;
  private static final int MOST_GESTURES = 5;

  private PlaybookCheck() {}

  static List<String> of(Playbook playbook) {
    List<String> problems = new ArrayList<>();
    var keys = playbook.tasks().stream().map(TaskTemplate::key).toList();
    problems.addAll(duplicates(keys));
    problems.addAll(duplicates(playbook.gates().stream().map(Playbook.Gate::key).toList()));
    for (var task : playbook.tasks()) {
      problems.addAll(unknown(task.key(), task.dependsOn(), keys));
      texts(task)
          .filter(PlaybookCheck::isIncomplete)
          .forEach(_ -> problems.add(task.key() + " lacks a text in one language"));
      if (task.phase() == null || task.priority() == null) {
        problems.add(task.key() + " lacks phase or priority");
      }
    }
    for (var gate : playbook.gates()) {
      problems.addAll(unknown(gate.key(), gate.needs(), keys));
      problems.addAll(unknown(gate.key(), gate.before(), keys));
      if (isIncomplete(gate.name()) || isIncomplete(gate.why())) {
        problems.add(gate.key() + " lacks a name or a why");
      }
    }
    if (problems.isEmpty()) {
      cycle(playbook).ifPresent(it -> problems.add(it + " waits for itself"));
    }
    return problems.stream().map(it -> playbook.key() + ": " + it).toList();
  }

  static List<String> of(FirstHour firstHour) {
    List<String> problems = new ArrayList<>();
    for (var type : IncidentType.values()) {
      var keys = firstHour.byType().getOrDefault(type, List.of());
      if (keys.size() < FEWEST_GESTURES || keys.size() > MOST_GESTURES) {
        problems.add(firstHour.key() + ": " + type + " has " + keys.size() + " gestures");
      }
      unknown(type.name(), keys, firstHour.gestures().keySet())
          .forEach(it -> problems.add(firstHour.key() + ": " + it));
    }
    if (problems.isEmpty()) {
      Arrays.stream(IncidentType.values())
          .flatMap(it -> of(firstHour.playbook(it)).stream())
          .forEach(problems::add);
    }
    return problems;
  }

  private static Stream<@Nullable LocalizedText> texts(TaskTemplate task) {
    var optional = Stream.of(task.what(), task.evidenceNeeded()).filter(Objects::nonNull);
    var lists = Stream.of(task.finishedWhen(), task.doNot()).flatMap(List::stream);
    return Stream.of(Stream.of(task.title()), optional, lists).flatMap(Function.identity());
  }

  private static boolean isIncomplete(@Nullable LocalizedText text) {
    return text == null || isBlank(text.fr()) || isBlank(text.en());
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static List<String> duplicates(List<String> keys) {
    Set<String> seen = new HashSet<>();
    return keys.stream().filter(it -> !seen.add(it)).map(it -> it + " stands twice").toList();
  }

  private static List<String> unknown(
      String where, Collection<String> named, Collection<String> known) {
    return named.stream()
        .filter(it -> !known.contains(it))
        .map(it -> where + " names " + it + ", which is not there")
        .toList();
  }

  /** A task that, over dependencies and gates, waits for itself. */
  private static java.util.Optional<String> cycle(Playbook playbook) {
    Map<String, Set<String>> waitsFor =
        playbook.tasks().stream()
            .collect(Collectors.toMap(TaskTemplate::key, it -> new HashSet<>(it.dependsOn())));
    for (var gate : playbook.gates()) {
      gate.before().forEach(it -> waitsFor.getOrDefault(it, Set.of()).addAll(gate.needs()));
    }
    return waitsFor.keySet().stream().filter(it -> reaches(it, it, waitsFor)).findFirst();
  }

  private static boolean reaches(String from, String to, Map<String, Set<String>> waitsFor) {
    Set<String> seen = new HashSet<>();
    List<String> open = new ArrayList<>(waitsFor.getOrDefault(from, Set.of()));
    while (!open.isEmpty()) {
      var next = open.removeLast();
      if (next.equals(to)) {
        return true;
      }
      if (seen.add(next)) {
        open.addAll(waitsFor.getOrDefault(next, Set.of()));
      }
    }
    return false;
  }
}
