package org.pris.bench.fault.observation;

import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * What the services' databases hold, as far as the invariants ask: documents as they are stored,
 * but for the timeline, which is reduced to its links.
 *
 * @param declarations of intake
 * @param versions of declarations, those before the current ones
 * @param establishments of intake's registry
 * @param cases of triage
 * @param plans of remediation
 * @param access rows by the service that keeps them
 * @param authored what people wrote into timeline, without their words
 * @param anchors of timeline
 * @param chains the entries of each case, in the order of their numbers
 * @param ends where each chain ends, as anchors know it
 * @param receipts what timeline knows to be held outside of its chains
 * @param pending what is still to be published, by collection
 */
public record StoredState(
    List<Document> declarations,
    List<Document> versions,
    List<Document> establishments,
    List<Document> cases,
    List<Document> plans,
    Map<String, List<Document>> access,
    List<Document> authored,
    List<Document> anchors,
    Map<String, List<ChainLink>> chains,
    Map<String, Document> ends,
    List<Document> receipts,
    Map<String, Long> pending) {

  /** The id as it stands in an event. */
  public static String id(Document document) {
    return String.valueOf(document.get("_id"));
  }

  public static long revision(Document document) {
    return number(document, "revision");
  }

  public static long number(Document document, String field) {
    return document.get(field) instanceof Number number ? number.longValue() : 0;
  }

  /** A part; empty where there is none. */
  public static Document part(Document document, String field) {
    return document.get(field) instanceof Document part ? part : new Document();
  }

  public static List<Document> parts(Document document, String field) {
    return document.getList(field, Document.class, List.of());
  }
}
