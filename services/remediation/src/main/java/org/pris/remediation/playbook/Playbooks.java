package org.pris.remediation.playbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pris.contracts.IncidentType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The playbooks of {@code playbooks/*.yaml}, read and checked at start: a wrong file stops the
 * service rather than a response.
 */
@Component
public class Playbooks {

  private static final String GENERIC = "generic";

  /** A misspelt property must not vanish. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final List<Playbook> all;
  private final FirstHour firstHour;

  public Playbooks() {
    this(
        Stream.of("ransomware", GENERIC).map(it -> read(it, Playbook.class)).toList(),
        read(FirstHour.KEY, FirstHour.class));
  }

  public Playbooks(List<Playbook> all, FirstHour firstHour) {
    var problems =
        Stream.concat(
                all.stream().flatMap(it -> PlaybookCheck.of(it).stream()),
                PlaybookCheck.of(firstHour).stream())
            .toList();
    if (!problems.isEmpty()) {
      throw new IllegalStateException(String.join("; ", problems));
    }
    this.all = List.copyOf(all);
    this.firstHour = firstHour;
  }

  List<Playbook> all() {
    return all;
  }

  public Optional<Playbook> find(String key) {
    return all.stream().filter(it -> it.key().equals(key)).findFirst();
  }

  /** The one that names the type, else the generic one. */
  public Playbook of(IncidentType type) {
    return all.stream()
        .filter(it -> it.types().contains(type))
        .findFirst()
        .or(() -> find(GENERIC))
        .orElseThrow();
  }

  public Playbook gestures(IncidentType type) {
    return firstHour.playbook(type);
  }

  private static <T> T read(String name, Class<T> type) {
    try (InputStream file = new ClassPathResource("playbooks/" + name + ".yaml").getInputStream()) {
      var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      return JSON.convertValue(yaml.<Object>load(file), type);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
