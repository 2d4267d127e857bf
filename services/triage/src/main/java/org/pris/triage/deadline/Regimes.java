package org.pris.triage.deadline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code regimes.yml}; another file may be named by {@code pris.triage.regimes}. */
@Component
public class Regimes {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // a typing error is no regime
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final List<Regime> all;

  @Autowired
  public Regimes(@Value("${pris.triage.regimes:classpath:regimes.yml}") Resource file) {
    this(read(file));
  }

  public Regimes(List<Regime> all) {
    this.all = List.copyOf(all);
  }

  public List<Regime> all() {
    return all;
  }

  Optional<Regime> find(String code) {
    return all.stream().filter(it -> it.code().equals(code)).findFirst();
  }

  private static List<Regime> read(Resource file) {
    try (var in = file.getInputStream()) {
      Object rows = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return JSON.convertValue(rows, new TypeReference<List<Regime>>() {});
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
