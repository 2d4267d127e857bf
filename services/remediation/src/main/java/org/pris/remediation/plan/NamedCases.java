package org.pris.remediation.plan;

import java.util.Optional;
import java.util.UUID;
import org.pris.contracts.Person;
import org.pris.platform.access.AccessRow;
import org.pris.platform.access.AccessRows;
import org.pris.platform.audit.AuditedCases;
import org.springframework.stereotype.Component;

/** Cases as this service's paths name them: by id or reference, or by a task of theirs. */
@Component
class NamedCases implements AuditedCases {

  private final AccessRows rows;
  private final Plans plans;

  NamedCases(AccessRows rows, Plans plans) {
    this.rows = rows;
    this.plans = plans;
  }

  @Override
  public Optional<UUID> named(String id) {
    return rows.find(id).map(AccessRow::id).or(() -> ofTask(id));
  }

  @Override
  public UUID asResponder(String idOrReference, Person person) {
    return rows.requireResponder(idOrReference, person).id();
  }

  private Optional<UUID> ofTask(String id) {
    try {
      return plans.caseOf(UUID.fromString(id));
    } catch (IllegalArgumentException reference) {
      return Optional.empty();
    }
  }
}
