package org.pris.platform.outbox;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Actor;
import org.pris.platform.Cause;

/**
 * What a decision leads to, written as one document: the aggregate after its events, and the
 * events.
 *
 * @param events payloads of the contracts' sealed interfaces, oldest first
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

  public Change<A> withIds(UUID... ids) {
    return new Change<>(aggregate, events, List.of(ids), actor, written);
  }
}
