package org.pris.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A text that travels")
class PersonalTest {

  /** Codes, ids and references; usernames are codes that only PRIS and Keycloak can read. */
  private static final Set<String> CODES =
      Set.of(
          "Actor.subject",
          "Actor.establishment",
          "CaseComplemented.declaration",
          "Campaign.reference",
          "CareLine.divertedTo",
          "CaseAssigned.lead",
          "CaseAssigned.people",
          "CaseAbsorbed.sourceReference",
          "CaseEngaged.agreement",
          "CaseMerged.intoReference",
          "CaseOpened.declaration",
          "ChainHead.hash",
          "CaseState.lead",
          "CaseState.people",
          "CaseState.reference",
          "Access.people",
          "Access.establishmentPeople",
          "MergedCase.reference",
          "Deadline.establishment",
          "Deadline.reference",
          "Deadline.regime",
          "DeclaredFacts.reference",
          "EntryRedacted.members",
          "Establishment.category",
          "Establishment.commune",
          "Establishment.department",
          "Establishment.finess",
          "Establishment.legalEntity",
          "Establishment.name",
          "NationalReport.reference",
          "Site.finess",
          "Site.legalEntity",
          "TaskState.assignees",
          "TaskState.establishment",
          "TaskState.key",
          "TaskState.playbook",
          "TasksLaidOut.playbook",
          "TimelineAnchored.previousRoot",
          "TimelineAnchored.root",
          "AnchorAccepted.hash");

  @Test
  @DisplayName("is a code, an id or a reference, or is marked as personal")
  void marked() {
    var unmarked = new HashSet<String>();
    var seen = new HashSet<Class<?>>();
    Stream.concat(Samples.types(), Stream.of(Actor.class)).forEach(it -> walk(it, seen, unmarked));

    unmarked.removeAll(CODES);
    assertThat(unmarked)
        .as("mark it @Personal, or list it as a code after thinking who will read it")
        .isEmpty();
  }

  private static void walk(Class<?> type, Set<Class<?>> seen, Set<String> unmarked) {
    if (!type.isRecord() || !seen.add(type)) {
      return;
    }
    for (var component : type.getRecordComponents()) {
      var value = valueType(component);
      if (value == String.class && !component.isAnnotationPresent(Personal.class)) {
        unmarked.add(type.getSimpleName() + "." + component.getName());
      }
      walk(value, seen, unmarked);
    }
  }

  private static Class<?> valueType(RecordComponent component) {
    return component.getGenericType() instanceof ParameterizedType generic
        ? (Class<?>) Arrays.stream(generic.getActualTypeArguments()).findFirst().orElseThrow()
        : component.getType();
  }
}
