package org.pris.platform.testing.standin;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes of several documents as a server does them: ordered ones end at the first error. */
final class BulkWrites {

  private BulkWrites() {}

  /** The library goes on after an error, also where order was asked for. */
  static Document update(Document query, UnaryOperator<Document> one) {
    var updates = DocumentFields.documents(query, "updates");
    if (updates.size() == 1 || !ordered(query)) {
      return one.apply(query);
    }
    var matched = 0;
    var modified = 0;
    var upserted = new ArrayList<Document>();
    var errors = new ArrayList<Document>();
    for (var i = 0; i < updates.size() && errors.isEmpty(); i++) {
      var single = query.clone();
      single.put("updates", List.of(updates.get(i)));
      var result = one.apply(single);
      matched += DocumentFields.required(result, "n", Integer.class);
      modified += DocumentFields.required(result, "nModified", Integer.class);
      renumber(result, "upserted", i, upserted);
      renumber(result, "writeErrors", i, errors);
    }
    var response = new Document("n", matched).append("nModified", modified);
    response.putIfNotNull("upserted", upserted.isEmpty() ? null : upserted);
    response.putIfNotNull("writeErrors", errors.isEmpty() ? null : errors);
    return response.append("ok", 1.0);
  }

  /** The library counts what it was given, not what it inserted. */
  static Document insert(Document query, Document response) {
    var errors = DocumentFields.documents(response, "writeErrors");
    if (!errors.isEmpty()) {
      var given = DocumentFields.documents(query, "documents").size();
      var inserted = ordered(query) ? errors.getFirst().get("index") : given - errors.size();
      response.put("n", inserted);
    }
    return response;
  }

  private static boolean ordered(Document query) {
    return !Boolean.FALSE.equals(query.get("ordered"));
  }

  private static void renumber(Document result, String member, int index, List<Document> all) {
    DocumentFields.documents(result, member)
        .forEach(it -> all.add(it.clone().append("index", index)));
  }
}
