package org.pris.remediation.playbook;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Audience;
import org.pris.contracts.IncidentType;
import org.pris.contracts.Phase;

/**
 * What an establishment does in its first hour, for each type of incident: gestures, answered by
 * itself and never mandatory.
 *
 * @param gestures by key
 * @param byType keys, in the order to be shown
 */
public record FirstHour(
    String key,
    LocalizedText title,
    Map<String, Gesture> gestures,
    Map<IncidentType, List<String>> byType) {

  public static final String KEY = "first-hour";

  /** One of them, in plain words. */
  record Gesture(
      Phase phase, LocalizedText title, LocalizedText what, @Nullable List<LocalizedText> doNot) {}

  /** As a playbook of tasks for the establishment. */
  Playbook playbook(IncidentType type) {
    var tasks = byType.getOrDefault(type, List.of()).stream().map(this::task).toList();
    return new Playbook(key, title, List.of(type), tasks, List.of());
  }

  private TaskTemplate task(String gestureKey) {
    var gesture = Objects.requireNonNull(gestures.get(gestureKey), gestureKey);
    return new TaskTemplate(
        gestureKey,
        gesture.phase(),
        Priority.DEFERRABLE,
        List.of(),
        Audience.ESTABLISHMENT,
        false,
        null,
        gesture.title(),
        gesture.what(),
        List.of(),
        gesture.doNot() == null ? List.of() : gesture.doNot(),
        null,
        List.of());
  }
}
