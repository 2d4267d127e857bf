package org.pris.contracts;

import java.time.Instant;

/**
 * What an operator did with a dead letter.
 *
 * @param topic the {@code .dlt} that it is on
 * @param written when it was put aside
 * @param reason why it was discarded; empty where it was replayed
 * @param by the operator's name on their machine
 */
public record DeadLetterDecision(
    String topic,
    int partition,
    long offset,
    Instant written,
    Action action,
    String reason,
    String by,
    Instant at) {

  public enum Action {
    REPLAYED,
    DISCARDED
  }
}
