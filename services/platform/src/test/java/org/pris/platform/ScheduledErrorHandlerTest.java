package org.pris.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.TaskScheduler;

@ExtendWith(OutputCaptureExtension.class)
@DisplayName("Work that runs by the clock")
class ScheduledErrorHandlerTest {

  private static final ApplicationContextRunner SERVICE =
      new ApplicationContextRunner()
          .withClassLoader(new FilteredClassLoader(MongoOperations.class))
          .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
          .withPropertyValues("spring.threads.virtual.enabled=true")
          .withConfiguration(
              AutoConfigurations.of(
                  PlatformConfiguration.class, TaskSchedulingAutoConfiguration.class));

  private final MeterRegistry meters = new SimpleMeterRegistry();

  @Test
  @DisplayName("is counted where it fails")
  void counted() {
    var handler = new ScheduledErrorHandler(meters);
    handler.handleError(new DataAccessResourceFailureException("MongoDB is away"));
    handler.handleError(new IllegalStateException("a bug"));

    assertThat(meters.get("pris.sweep.failures").counter().count()).isEqualTo(2);
  }

  @Test
  @DisplayName("says an outage in one line")
  void outage(CapturedOutput log) {
    new ScheduledErrorHandler(meters)
        .handleError(new DataAccessResourceFailureException("MongoDB is away"));

    assertThat(log.getOut()).contains("A turn is left out").doesNotContain("\tat ");
  }

  @Test
  @DisplayName("says where it failed otherwise, without what it handled")
  void unexpected(CapturedOutput log) {
    new ScheduledErrorHandler(meters)
        .handleError(new IllegalStateException("Mme Martin, chambre 12"));

    assertThat(log.getOut())
        .contains("Unexpected java.lang.IllegalStateException", "\tat ")
        .doesNotContain("Martin");
  }

  @Test
  @DisplayName("is told so in every service")
  void everywhere() {
    SERVICE.run(service ->
        assertThat(service.getBean(TaskScheduler.class))
            .extracting("errorHandler")
            .isInstanceOf(ScheduledErrorHandler.class));
  }
}
