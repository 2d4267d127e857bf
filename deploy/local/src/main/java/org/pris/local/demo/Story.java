package org.pris.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One incident of the demo, as what people do one after the other.
 *
 * @param key tells it from the others over several plays
 * @param about for who reads the file
 */
public record Story(String key, String about, List<Step> steps) {

  /** Somebody, and one verb with its body: {@code {by: responder1, take: {}}}. */
  record Step(String by, String verb, JsonNode body) {

    static Step of(Map<String, JsonNode> members) {
      var by = Objects.requireNonNull(members.get("by"), "a step has somebody who does it");
      var verbs = members.keySet().stream().filter(it -> !it.equals("by")).toList();
      if (verbs.size() != 1) {
        throw new IllegalArgumentException("A step has one verb, not " + verbs);
      }
      var verb = verbs.getFirst();
      return new Step(by.asString(), verb, Objects.requireNonNull(members.get(verb)));
    }
  }

  private record Raw(String key, String about, List<Map<String, JsonNode>> steps) {}

  /** Those of the demo, in the order they are played. */
  public static List<Story> all() {
    try (InputStream file = Story.class.getResourceAsStream("stories.yaml")) {
      var stories = YAMLMapper.shared().readValue(file, new TypeReference<List<Raw>>() {});
      return stories.stream()
          .map(it -> new Story(it.key(), it.about(), it.steps().stream().map(Step::of).toList()))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
