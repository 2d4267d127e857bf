package org.pris.intake.establishment;

import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Brings the registry to what its file says, before the service is ready. A line that another
 * instance, or an earlier start, brought in already does nothing; a start that dies in the middle
 * is finished by the next.
 */
@Component
class RegistryFile implements ApplicationRunner {

  private final Registry registry;

  RegistryFile(Registry registry) {
    this.registry = registry;
  }

  @Override
  public void run(ApplicationArguments arguments) throws Exception {
    lines().forEach(registry::register);
  }

  static List<RegistryLine> lines() throws Exception {
    var csv = CsvMapper.builder().enable(CsvReadFeature.EMPTY_STRING_AS_NULL).build();
    try (var file = new ClassPathResource("establishments.csv").getInputStream()) {
      return csv.readerFor(RegistryLine.class)
          .with(CsvSchema.emptySchema().withHeader())
          .<RegistryLine>readValues(file)
          .readAll();
    }
  }
}
