package org.pris.remediation.plan;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access;
import org.pris.contracts.Access.View;
import org.pris.contracts.Actor;
import org.pris.contracts.Audience;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.contracts.Site;

/** A person before a case that they may see. */
record Caller(Person person, Set<View> views, Access access) {

  boolean responds() {
    return views.contains(View.RESPONDER);
  }

  boolean leads() {
    return responds() && person.is(Role.LEAD);
  }

  /** Whether any task may be shown to them; the ARS sees progress, never tasks. */
  boolean readsTasks() {
    return responds() || views.contains(View.ESTABLISHMENT);
  }

  boolean reads(Task task) {
    if (responds()) {
      return true;
    }
    var asked = task.instructions().establishment();
    return views.contains(View.ESTABLISHMENT)
        && task.instructions().audience() == Audience.ESTABLISHMENT
        && (asked == null || belongsTo(asked));
  }

  /** As whom they act: on the side that sees more, in the role that the action needs. */
  Actor actor(boolean asLead) {
    if (!responds()) {
      return person.as(ownEstablishment(), Role.DECLARANT);
    }
    return asLead
        ? person.as(null, Role.LEAD, Role.RESPONDER)
        : person.as(null, Role.RESPONDER, Role.LEAD);
  }

  /** Whether an establishment of the case is the person's own, itself or by its legal entity. */
  boolean belongsTo(String finess) {
    return access.establishments().stream().anyMatch(it -> it.finess().equals(finess) && isOwn(it));
  }

  private @Nullable String ownEstablishment() {
    return access.establishments().stream()
        .filter(this::isOwn)
        .map(Site::finess)
        .findFirst()
        .orElse(null);
  }

  private boolean isOwn(Site site) {
    return person.establishments().contains(site.finess())
        || person.establishments().contains(site.legalEntity());
  }
}
