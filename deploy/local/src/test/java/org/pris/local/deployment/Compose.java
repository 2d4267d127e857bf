package org.pris.local.deployment;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The compose file, the edge's that may be laid over it, and how the images are made. */
record Compose(String text, String edgeText, String dockerfile) {

  static final Path ROOT = Path.of("../..");

  static final Set<String> OURS =
      Set.of("intake", "triage", "remediation", "timeline", "notification", "web");

  /** What runs once, before others start, or when it is asked to. */
  static final Set<String> STEPS = Set.of("realm-step", "kafka-step", "mongodb-step", "restore");

  static Compose read() {
    return new Compose(
        file("docker-compose.yml"), file("deploy/edge/compose.yml"), file("deploy/Dockerfile"));
  }

  static String file(String path) {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, Map<String, Object>> services() {
    return parts(text);
  }

  Map<String, Object> service(String name) {
    return requireNonNull(services().get(name));
  }

  Map<String, Map<String, Object>> laidOver() {
    return parts(edgeText);
  }

  /** The names of all secrets that there are. */
  Map<String, Map<String, String>> secrets() {
    return requireNonNull(
        new Yaml().<Map<String, Map<String, Map<String, String>>>>load(text).get("secrets"));
  }

  /** What a part is given, by the name of the file under {@code /run/secrets}. */
  static Map<String, String> given(Map<String, Object> part) {
    var given = new HashMap<String, String>();
    if (part.get("secrets") instanceof List<?> secrets) {
      for (var secret : secrets) {
        if (secret instanceof Map<?, ?> it) {
          given.put(String.valueOf(it.get("target")), String.valueOf(it.get("source")));
        } else {
          given.put(String.valueOf(secret), String.valueOf(secret));
        }
      }
    }
    return given;
  }

  Map<String, Object> edge() {
    return requireNonNull(laidOver().get("edge"));
  }

  /** With the tag that takes an entry away read as the empty value behind it. */
  private static Map<String, Map<String, Object>> parts(String compose) {
    return requireNonNull(
        new Yaml()
            .<Map<String, Map<String, Map<String, Object>>>>load(compose.replace("!reset ", ""))
            .get("services"));
  }

  Map<String, String> environment(String service) {
    return map(service(service).get("environment"));
  }

  static Map<String, String> map(@Nullable Object yaml) {
    var strings = new HashMap<String, String>();
    if (yaml instanceof Map<?, ?> map) {
      map.forEach((key, value) -> strings.put(String.valueOf(key), String.valueOf(value)));
    }
    return strings;
  }

  static List<String> list(@Nullable Object yaml) {
    return yaml instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }
}
