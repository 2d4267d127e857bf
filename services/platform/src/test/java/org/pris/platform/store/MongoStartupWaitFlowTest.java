package org.pris.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pris.platform.testing.standin.MongoStandIn;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@DisplayName("A service that starts while MongoDB is away")
class MongoStartupWaitFlowTest {

  private static final String SHORT_PING = "serverSelectionTimeoutMS=100";

  @Test
  @DisplayName("stands once MongoDB does")
  void waits(@TempDir Path folder) throws IOException {
    var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    var port = nobody.getLocalPort();
    var comes =
        CompletableFuture.supplyAsync(() -> {
          refuseOnce(nobody);
          return MongoStandIn.onDisk(folder, port);
        });

    service(port, Duration.ofMinutes(1))
        .run(context -> {
          assertThat(context).hasSingleBean(MongoClient.class);
          assertThat(comes).isCompleted();
        });
    comes.join().close();
  }

  @Test
  @DisplayName("ends when it has waited long enough")
  void ends() {
    service(1, Duration.ZERO)
        .run(context ->
            assertThat(context).getFailure().hasRootCauseInstanceOf(MongoTimeoutException.class));
  }

  private static void refuseOnce(ServerSocket nobody) {
    try (nobody;
        var asked = nobody.accept()) {
      asked.setSoLinger(true, 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ApplicationContextRunner service(int port, Duration atMost) {
    return new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(MongoAutoConfiguration.class))
        .withBean(MongoStartupWait.class, () -> new MongoStartupWait(atMost))
        .withPropertyValues(
            "spring.mongodb.uri=mongodb://127.0.0.1:%d/away?%s".formatted(port, SHORT_PING));
  }
}
