package org.pris.platform.testing.standin;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Documents by their id; each change goes to the journal. */
final class StandInCollection extends AbstractSynchronizedMongoCollection<Object> {

  private final Journal journal;

  private final String namespace;

  private final Map<@Nullable Object, Document> documents;

  StandInCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      CursorRegistry cursors,
      Journal journal) {
    super(database, name, options, cursors);
    this.journal = journal;
    this.namespace = database.getDatabaseName() + "." + name;
    this.documents = journal.documents(namespace);
  }

  @Override
  protected Object addDocumentInternal(Document document) {
    var field = getIdField();
    var id = field == null ? UUID.randomUUID() : Utils.getSubdocumentValue(document, field);
    var key = Objects.requireNonNull(id, "a document without an id");
    documents.put(key, document);
    journal.put(namespace, key, document);
    return key;
  }

  @Override
  protected void handleUpdate(Object position, Document before, Document document) {
    documents.put(position, document);
    journal.put(namespace, position, document);
  }

  @Override
  protected void removeDocument(Object position) {
    documents.remove(position);
    journal.remove(namespace, position);
  }

  @Override
  protected @Nullable Document getDocument(Object position) {
    return documents.get(position);
  }

  @Override
  protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
    return documents.entrySet().stream()
        .map(it -> new DocumentWithPosition<>(it.getValue(), it.getKey()));
  }

  /** By the index of the fewest documents, or one that has the first few in order. */
  @Override
  protected QueryResult queryDocuments(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document fields) {
    var narrowest = IndexChoice.of(query, limit > 0 ? orderBy : null, getIndexes());
    return narrowest == null
        ? matchDocuments(query, orderBy, skip, limit, batchSize, fields)
        : matchDocuments(
            query,
            narrowest.positions(),
            narrowest.inOrder() ? null : orderBy,
            skip,
            limit,
            batchSize,
            fields);
  }

  @Override
  protected QueryResult matchDocuments(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document fields) {
    var all = new ArrayList<>(documents.values());
    var ordered = isNaturalDescending(orderBy) ? all.reversed() : all;
    return matchDocumentsFromStream(
        ordered.stream(), query, orderBy, skip, limit, batchSize, fields);
  }

  @Override
  public int count() {
    return documents.size();
  }

  @Override
  public boolean isEmpty() {
    return documents.isEmpty();
  }

  /** The library would measure every document at every write. */
  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int difference) {}

  @Override
  protected int getDataSize() {
    return 0;
  }
}
