package org.pris.timeline.chain;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * That somebody outside holds where a case's chain stood.
 *
 * @param id of the event that told it: a repeat finds it
 * @param endpoint who holds it
 */
@Document("receipts")
record Receipt(
    @Id UUID id, UUID caseId, long seq, String hash, UUID endpoint, Instant acceptedAt) {}
