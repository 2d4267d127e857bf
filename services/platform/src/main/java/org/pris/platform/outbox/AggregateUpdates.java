package org.pris.platform.outbox;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/** What of an aggregate's record is written by whom. */
final class AggregateUpdates {

  /** Storage's own, beside the outbox. */
  private static final Set<String> STORAGE = Set.of("_id", "lock", "outbox", "outboxAt", "_class");

  private AggregateUpdates() {}

  static Document document(MongoOperations mongo, Object aggregate) {
    var document = new Document();
    mongo.getConverter().write(aggregate, document);
    document.remove("_class");
    return document;
  }

  /** Sets what the record holds and unsets what it knows but does not hold. */
  static Update update(MongoOperations mongo, Class<?> type, Document document) {
    var update = new Update();
    var owned = ownedByListeners(type);
    var entity = mongo.getConverter().getMappingContext().getRequiredPersistentEntity(type);
    for (var property : entity) {
      var field = property.getFieldName();
      if (STORAGE.contains(field) || owned.contains(property.getName())) {
        continue;
      }
      var value = document.get(field);
      if (value == null) {
        update.unset(field);
      } else {
        update.set(field, value);
      }
    }
    return update;
  }

  private static Set<String> ownedByListeners(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(it -> it.isAnnotationPresent(ListenerOwned.class))
        .map(java.lang.reflect.RecordComponent::getName)
        .collect(Collectors.toSet());
  }
}
