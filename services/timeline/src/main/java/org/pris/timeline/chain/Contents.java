package org.pris.timeline.chain;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pris.platform.outbox.Aggregates;
import org.pris.platform.outbox.Change;
import org.pris.timeline.entry.Content;
import org.pris.timeline.entry.Entry;
import org.pris.timeline.entry.SealedField;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** What the entries are made of, under the ids of their events. */
@Repository
public class Contents {

  private final Aggregates aggregates;
  private final MongoOperations mongo;

  Contents(Aggregates aggregates, MongoOperations mongo) {
    this.aggregates = aggregates;
    this.mongo = mongo;
  }

  /** Inserts, or answers what is there: only the first salts of an event ever count. */
  public Content keep(Change<Content> change) {
    try {
      return aggregates.insert(change);
    } catch (DuplicateKeyException there) {
      return find(change.aggregate().id()).orElseThrow(() -> there);
    }
  }

  public Optional<Content> find(UUID id) {
    return aggregates.find(Content.class, id);
  }

  public Map<UUID, Content> of(List<Entry> entries) {
    var ids = entries.stream().map(Entry::eventId).toList();
    return mongo.find(query(where("_id").in(ids)), Content.class).stream()
        .collect(Collectors.toMap(Content::id, Function.identity()));
  }

  /** Deletes members and their salts, for good. */
  public void remove(UUID id, Collection<SealedField> members) {
    aggregates.update(
        Content.class,
        id,
        content ->
            content.hasAny(members)
                ? Change.silent(content.without(members))
                : Change.none(content));
  }
}
