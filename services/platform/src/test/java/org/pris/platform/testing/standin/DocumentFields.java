package org.pris.platform.testing.standin;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.List;

/** Reads members of a command or reply, whose types the wire does not promise. */
final class DocumentFields {

  private DocumentFields() {}

  static <T> T required(Document document, String name, Class<T> type) {
    var value = document.get(name);
    if (!type.isInstance(value)) {
      throw new MongoServerException(name + " is missing or of another type");
    }
    return type.cast(value);
  }

  /** The documents of a list; none where there is no list. */
  static List<Document> documents(Document document, String name) {
    return document.get(name) instanceof List<?> some
        ? some.stream().filter(Document.class::isInstance).map(Document.class::cast).toList()
        : List.of();
  }
}
