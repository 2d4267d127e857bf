package org.pris.platform.store;

import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import java.time.Duration;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * A service that starts while MongoDB is away waits for it before it asks for its indexes: it
 * stands again as soon as the server does, not after its supervisor's growing pauses. Who is
 * refused (a wrong password) does not wait.
 */
final class MongoStartupWait implements BeanPostProcessor {

  static final Duration AT_MOST = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(MongoStartupWait.class);

  private final Duration atMost;

  MongoStartupWait(Duration atMost) {
    this.atMost = atMost;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof MongoClient client) {
      await(client);
    }
    return bean;
  }

  /** Each ping waits as {@link MongoTimeouts} says, so this does not spin. */
  private void await(MongoClient client) {
    var since = System.nanoTime();
    while (!answers(client, since)) {
      LOG.warn("MongoDB is away; waiting for it before this service starts");
    }
  }

  private boolean answers(MongoClient client, long since) {
    try {
      client.getDatabase("admin").runCommand(new Document("ping", 1));
      return true;
    } catch (MongoTimeoutException | MongoSocketException away) {
      if (System.nanoTime() - since > atMost.toNanos()) {
        throw away;
      }
      return false;
    }
  }
}
