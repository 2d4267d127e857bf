package org.pris.platform.outbox;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Actor;
import org.pris.contracts.Event;
import org.pris.platform.Cause;

/**
 * What a decision leads to, written as one document: the aggregate after its events, and the
 * events.
 *
 * @param events payloads of the contracts' sealed interfaces, oldest first; or whole events, which
 *     were told before
 * @param ids of the events where a repeat must derive the same; empty: see {@link Cause}
 * @param actor null where the service decided by itself
 * @param written whether the document is, events or not
 */
public record Change<A extends Aggregate>(
    A aggregate, List<?> events, List<UUID> ids, @Nullable Actor actor, boolean written) {

  public Change(A aggregate, List<?> events, @Nullable Actor actor) {
    this(aggregate, events, List.of(), actor, !events.isEmpty());
  }

  /** Nothing is written and nothing is told. */
  public static <A extends Aggregate> Change<A> none(A aggregate) {
    return new Change<>(aggregate, List.of(), null);
  }

  /** The document changes, but nobody else need know. */
  public static <A extends Aggregate> Change<A> silent(A aggregate) {
    return new Change<>(aggregate, List.of(), List.of(), null, true);
  }

  /**
   * Publishes anew what was published before, each as the same event under the same id; whoever
   * heard it knows it. The aggregate's revision stays.
   */
  public static <A extends Aggregate> Change<A> again(A aggregate, List<? extends Event<?>> told) {
    return new Change<>(aggregate, told, List.of(), null, true);
  }

  /** How many events are new: each moves the aggregate's revision on by one. */
  long news() {
    return events.stream().filter(it -> !(it instanceof Event<?>)).count();
  }

  public Change<A> withIds(UUID... ids) {
    return new Change<>(aggregate, events, List.of(ids), actor, written);
  }
}
