package org.pris.platform.kafka;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether a broker answers; without one nothing that is accepted gets on. */
final class KafkaHealthIndicator extends AbstractHealthIndicator implements DisposableBean {

  private static final int PATIENCE = 2_000;

  private final Supplier<Admin> connect;
  private @Nullable Admin admin;

  KafkaHealthIndicator(Supplier<Admin> connect) {
    super("Kafka does not answer");
    this.connect = connect;
  }

  @Override
  protected synchronized void doHealthCheck(Health.Builder builder) throws Exception {
    if (admin == null) {
      admin = connect.get();
    }
    var options = new DescribeClusterOptions().timeoutMs(PATIENCE);
    var brokers = admin.describeCluster(options).nodes().get(PATIENCE, TimeUnit.MILLISECONDS);
    builder.up().withDetail("brokers", brokers.size());
  }

  @Override
  public synchronized void destroy() {
    if (admin != null) {
      admin.close(java.time.Duration.ZERO);
    }
  }
}
