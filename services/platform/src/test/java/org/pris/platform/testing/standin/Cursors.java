package org.pris.platform.testing.standin;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CursorNotFoundException;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Hands out results in batches that fit a message; the library would send all at once. */
final class Cursors {

  /** What a reply holds at most, after its first document. */
  private static final int BATCH_BYTES = 8 << 20;

  private static final int FIRST_BATCH = 101;

  private static final int OPEN_AT_MOST = 500;

  record Bounds(int batchSize, boolean single) {}

  private record Cursor(String namespace, Queue<Document> rest) {}

  private final Map<Long, Cursor> open =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Cursor> eldest) {
          return size() > OPEN_AT_MOST; // its client has gone, or learns that it was too slow
        }
      };

  private long lastId;

  static Bounds bounds(Document query, @Nullable Object options) {
    var size =
        options instanceof Document it && it.get("batchSize") instanceof Number number
            ? number.intValue()
            : FIRST_BATCH;
    return new Bounds(size, Utils.isTrue(query.get("singleBatch")));
  }

  Document open(Document response, Bounds bounds) {
    var cursor = DocumentFields.required(response, "cursor", Document.class);
    var rest = new ArrayDeque<>(batch(response));
    var first = take(rest, bounds.batchSize());
    cursor.put("firstBatch", first);
    if (!rest.isEmpty() && !bounds.single()) {
      open.put(++lastId, new Cursor(String.valueOf(cursor.get("ns")), rest));
      cursor.put("id", lastId);
    }
    return response;
  }

  Document next(String database, Document query) {
    var id = DocumentFields.required(query, "getMore", Number.class).longValue();
    var cursor = open.get(id);
    if (cursor == null || !cursor.namespace().startsWith(database + ".")) {
      throw new CursorNotFoundException(id);
    }
    var size = query.get("batchSize") instanceof Number number ? number.intValue() : 0;
    var batch = take(cursor.rest(), size == 0 ? Integer.MAX_VALUE : size);
    if (cursor.rest().isEmpty()) {
      open.remove(id);
    }
    var state = new Document("id", cursor.rest().isEmpty() ? 0L : id);
    state.append("ns", cursor.namespace()).append("nextBatch", batch);
    var response = new Document("cursor", state);
    Utils.markOkay(response);
    return response;
  }

  Document kill(Document query) {
    var killed = new ArrayList<Object>();
    var unknown = new ArrayList<Object>();
    for (var id : DocumentFields.required(query, "cursors", List.class)) {
      (open.remove(id) == null ? unknown : killed).add(id);
    }
    var response = new Document("cursorsKilled", killed).append("cursorsNotFound", unknown);
    Utils.markOkay(response);
    return response;
  }

  static List<Document> batch(Document response) {
    return DocumentFields.documents(
        DocumentFields.required(response, "cursor", Document.class), "firstBatch");
  }

  private static List<Document> take(Queue<Document> rest, int atMost) {
    var batch = new ArrayList<Document>();
    var bytes = 0;
    while (batch.size() < atMost && !rest.isEmpty() && (bytes < BATCH_BYTES || batch.isEmpty())) {
      var document = rest.remove();
      batch.add(document);
      bytes += rest.isEmpty() ? 0 : size(document);
    }
    return batch;
  }

  private static int size(Document document) {
    var buffer = Unpooled.buffer();
    try {
      BsonEncoder.encodeDocument(document, buffer);
      return buffer.writerIndex();
    } finally {
      buffer.release();
    }
  }
}
