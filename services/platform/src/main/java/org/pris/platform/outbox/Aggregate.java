package org.pris.platform.outbox;

import java.util.UUID;

/**
 * A document that is changed by commands and tells what happened.
 *
 * <p>Two numbers of it are the platform's: {@code lock} is raised by every write and never leaves
 * the service; {@code revision} counts its events from 1 without gaps and travels as their version.
 */
public interface Aggregate {

  UUID id();

  long lock();

  long revision();

  boolean exercise();

  /** What its events are about, and their key on the topic. */
  default UUID subject() {
    return id();
  }
}
