package org.pris.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.pris.contracts.Event;
import org.pris.contracts.TimelineEvent.ChainHead;
import org.pris.contracts.TimelineEvent.TimelineAnchored;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a case's timeline stood: numbers and digests, nothing of what it says.
 *
 * @param id the webhook-id: the same over attempts and replays
 * @param timestamp when the anchor was made
 */
record AnchorPayload(UUID id, String type, Instant timestamp, Data data) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * @param sequence counts per case and endpoint from 1 without gaps, with all else that is told
   * @param seq number of the timeline's last entry
   * @param hash of that entry, which holds those before it
   * @param root of the anchor that holds this and other timelines
   */
  record Data(
      UUID caseId, String caseReference, long sequence, long seq, String hash, String root) {}

  /** The event, and which of its heads. */
  record Source(Event<?> event, String type, TimelineAnchored anchored, ChainHead head) {}

  static AnchorPayload of(UUID id, String reference, long sequence, Source of) {
    var head = of.head();
    var data =
        new Data(head.caseId(), reference, sequence, head.seq(), head.hash(), of.anchored().root());
    return new AnchorPayload(id, of.type(), of.event().timestamp(), data);
  }

  /** What was sent. */
  static AnchorPayload read(String body) {
    return JSON.readValue(body, AnchorPayload.class);
  }

  /** The very bytes that are signed and sent. */
  String json() {
    return JSON.writeValueAsString(this);
  }
}
