package org.pris.platform.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access;
import org.pris.contracts.CaseState;
import org.pris.contracts.CaseStatus;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a service must know of a case to say who may see it, from the newest event.
 *
 * <p>Its members are called as those of {@link CaseState}: it is read of one that travels.
 *
 * @param revision of the event it comes from
 */
@Document("access")
public record AccessRow(
    @Id UUID id,
    long revision,
    String reference,
    CaseStatus status,
    @Nullable String lead,
    @Nullable UUID mergedInto,
    boolean exercise,
    Access access) {

  static AccessRow of(CaseState theCase) {
    return new AccessRow(
        theCase.id(),
        theCase.revision(),
        theCase.reference(),
        theCase.status(),
        theCase.lead(),
        theCase.mergedInto(),
        theCase.exercise(),
        theCase.access());
  }
}
