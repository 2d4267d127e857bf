package org.pris.local.receiver;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * One request that reached the endpoint.
 *
 * @param endpoint the name in its path; empty where it has none
 * @param id the delivery: the same over its repeats
 * @param answered the status that the sender was given
 * @param signed whether its signature was right
 * @param body as it came; null where it was no JSON
 */
record Receipt(
    Instant at, String endpoint, String id, int answered, boolean signed, JsonNode body) {

  String type() {
    return body.path("type").asString("");
  }

  String reference() {
    return body.path("data").path("caseReference").asString("");
  }

  String sequence() {
    return body.path("data").path("sequence").asString("");
  }
}
