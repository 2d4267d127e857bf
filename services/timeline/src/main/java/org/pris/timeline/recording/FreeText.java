package org.pris.timeline.recording;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pris.contracts.CaseEvent;
import org.pris.contracts.DeclarationEvent;
import org.pris.contracts.Personal;
import org.pris.contracts.TaskEvent;
import org.pris.contracts.TimelineEvent;

/**
 * Which strings of an event people wrote, by the contracts' {@link Personal} marks. Of what the
 * contracts do not know, a string is text unless it looks like a code: better a code among the
 * texts than a name that redaction misses.
 */
final class FreeText {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:+/-]{0,79}");
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]{0,79}");

  /** By type of event and path of the string in it: whether it is text. */
  private static final Map<String, Map<String, Boolean>> MARKS = new HashMap<>();

  private static final Set<String> NAMES = new HashSet<>();

  static {
    Stream.of(CaseEvent.class, TaskEvent.class, DeclarationEvent.class, TimelineEvent.class)
        .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
        .forEach(event -> {
          var marks = new HashMap<String, Boolean>();
          mark(event, "", marks);
          MARKS.put(event.getAnnotation(JsonTypeName.class).value(), Map.copyOf(marks));
        });
  }

  private FreeText() {}

  /**
   * Whether a string is text.
   *
   * @param path names from the event's data down, separated by dots, without list indexes
   */
  static boolean is(String type, String path, String value) {
    var mark = MARKS.getOrDefault(type, Map.of()).get(path);
    if (mark != null) {
      return mark;
    }
    if (NAMES.contains(path.substring(path.lastIndexOf('.') + 1))) {
      return !CONSTANT.matcher(value).matches();
    }
    return !CODE.matcher(value).matches();
  }

  private static void mark(Class<?> record, String prefix, Map<String, Boolean> marks) {
    for (var component : record.getRecordComponents()) {
      var path = prefix + component.getName();
      var type = elementType(component);
      var personal = component.isAnnotationPresent(Personal.class);
      marks.put(path, personal);
      if (personal) {
        NAMES.add(component.getName());
      }
      if (type.isRecord()) {
        mark(type, path + ".", marks);
      }
    }
  }

  /** The type of a component, or of what its list holds. */
  private static Class<?> elementType(RecordComponent component) {
    Type type = component.getGenericType();
    if (type instanceof ParameterizedType list
        && list.getActualTypeArguments()[0] instanceof Class<?> element) {
      return element;
    }
    return component.getType();
  }
}
