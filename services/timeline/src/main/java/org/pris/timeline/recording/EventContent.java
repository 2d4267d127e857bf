package org.pris.timeline.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pris.timeline.entry.Canonical;
import org.pris.timeline.entry.PlainJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a timeline keeps of an event: what people wrote, apart from the codes, so that removing the
 * text removes all of it; and of the codes what a reader needs, bounded.
 *
 * @param text the event's texts in their order, a blank line between them; null where it has none
 * @param data its codes; under "texts" it names the fields that the text was in
 */
record EventContent(@Nullable String text, ObjectNode data) {

  /** Whole states, which events carry for projections: the timeline tells what happened. */
  private static final Set<String> BULK = Set.of("theCase", "progress", "profile");

  private static final int LIMIT = 32_000;

  static EventContent of(String type, JsonNode event) {
    var texts = new ArrayList<String>();
    var names = new ArrayList<String>();
    var data =
        (ObjectNode)
            new PlainJson(
                    (path, value) -> {
                      var isText = FreeText.is(type, path, value);
                      if (isText) {
                        texts.add(value);
                        names.add(path);
                      }
                      return !isText;
                    })
                .of(shortened(type, event));
    if (event.path("theCase") instanceof ObjectNode theCase && type.startsWith("case.")) {
      data.set("case", CaseCodes.of(theCase));
      if (type.startsWith("case.care-changed.")) {
        data.set("care", PlainJson.EVERYTHING.of(theCase.path("care")));
      }
    }
    if (!names.isEmpty()) {
      names.forEach(data.putArray("texts")::add);
    }
    return new EventContent(texts.isEmpty() ? null : String.join("\n\n", texts), bounded(data));
  }

  private static ObjectNode shortened(String type, JsonNode event) {
    var shortened = JsonNodeFactory.instance.objectNode();
    for (var field : event.properties()) {
      if (!BULK.contains(field.getKey())) {
        shortened.set(field.getKey(), field.getValue());
      }
    }
    if (type.startsWith("tasks.")) {
      shortened.put("tasks", event.path("tasks").size());
    }
    if (event.path("declaration") instanceof ObjectNode declaration) {
      shortened.set("declaration", declaration.deepCopy().without("profile"));
    }
    if (event.path("task") instanceof ObjectNode task && !type.startsWith("task.assigned.")) {
      shortened.set("task", task.deepCopy().without("assignees"));
    }
    return shortened;
  }

  /** An event of a type never heard of may hold anything; its names say what is not kept. */
  private static ObjectNode bounded(ObjectNode data) {
    if (Canonical.form(data).length() <= LIMIT) {
      return data;
    }
    var bounded = JsonNodeFactory.instance.objectNode();
    var omitted = bounded.putArray("omitted");
    List.copyOf(data.propertyNames()).stream().limit(100).forEach(omitted::add);
    return Canonical.form(bounded).length() <= LIMIT
        ? bounded
        : JsonNodeFactory.instance.objectNode().put("omitted", true);
  }
}
