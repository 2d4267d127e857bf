package org.pris.platform;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.kafka.KafkaException;

/** Tells what an outage stops, which is tried without end, from what fails by its content. */
public final class Outage {

  private Outage() {}

  public static boolean isBehind(@Nullable Throwable failure) {
    for (var it = failure; it != null; it = it.getCause()) {
      switch (it) {
        case DataIntegrityViolationException _, MongoWriteException _ -> {
          return false;
        }
        case OptimisticLockingFailureException _, DataAccessException _, MongoException _ -> {
          return true;
        }
        case RetriableException _ -> {
          return true;
        }
        default -> {
          // look behind it
        }
      }
    }
    return failure instanceof KafkaException kafka && kafka.getCause() == null;
  }
}
