package org.pris.remediation.plan;

import java.util.Set;
import org.pris.contracts.Actor;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.contracts.Site;
import org.pris.platform.testing.Issuer;

/** The people around a case. */
final class People {

  private People() {}

  static Person responder() {
    return person("responder1", Set.of(), Role.RESPONDER);
  }

  /** The responder, acting. */
  static Actor actor() {
    return responder().as(null, Role.RESPONDER);
  }

  static Person lead() {
    return person("lead1", Set.of(), Role.LEAD);
  }

  static Person declarant(Site site) {
    return person("declarant1", Set.of(site.finess()), Role.DECLARANT);
  }

  static Person person(String username, Set<String> establishments, Role... roles) {
    return new Person(Issuer.subject(username), username, username, Set.of(roles), establishments);
  }
}
