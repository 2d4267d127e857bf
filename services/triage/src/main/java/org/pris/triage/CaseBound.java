package org.pris.triage;

import com.mongodb.MongoClientSettings;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.UuidRepresentation;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.configuration.CodecRegistries;
import org.pris.platform.problem.Reason;
import org.pris.platform.problem.RuleViolation;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** A case stays small: whatever would make it larger is refused before it reaches 64 kB. */
@Component
public class CaseBound {

  /** What establishments and other services tell still has room. */
  private static final int MOST = 56 * 1024;

  private final MongoOperations mongo;
  private final DocumentCodec codec =
      new DocumentCodec(
          CodecRegistries.withUuidRepresentation(
              MongoClientSettings.getDefaultCodecRegistry(), UuidRepresentation.STANDARD));

  CaseBound(MongoOperations mongo) {
    this.mongo = mongo;
  }

  /**
   * @throws RuleViolation where a case grows beyond
   */
  public void check(Case before, Case after) {
    var size = size(after);
    if (size > MOST && size > size(before)) {
      throw new RuleViolation(new Reason("CASE_TOO_LARGE", "most", MOST));
    }
  }

  private int size(Case theCase) {
    var document = new Document();
    mongo.getConverter().write(theCase, document);
    return new RawBsonDocument(document, codec).getByteBuffer().remaining();
  }
}
