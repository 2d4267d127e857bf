package org.pris.intake.declaration;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.ArrayList;
import java.util.List;
import org.pris.contracts.Access.View;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.contracts.Site;
import org.pris.platform.access.AccessCriteria;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Who sees a declaration. Until triage has opened its case every responder does, and the declaring
 * establishment; from then on the case's access decides, and of several affected establishments
 * each sees only what it declared itself. A machine sees what it sent, and of that only reference
 * and status.
 *
 * <p>Said twice, as a query and as a predicate; a test holds the two to each other.
 */
final class DeclarationAccess {

  private static final String ACCESS = "theCase.access";

  private DeclarationAccess() {}

  /** Those that the person may know of at all. */
  static Criteria some(Person person) {
    List<Criteria> any = new ArrayList<>(whole(person));
    if (person.is(Role.REPORTER)) {
      any.add(
          new Criteria()
              .andOperator(
                  where("submitted.subject").is(person.subject()),
                  where("submitted.role").is(Role.REPORTER)));
    }
    return any.isEmpty() ? where("_id").exists(false) : new Criteria().orOperator(any);
  }

  /** Those whose content the person may read. */
  static Criteria all(Person person) {
    var any = whole(person);
    return any.isEmpty() ? where("_id").exists(false) : new Criteria().orOperator(any);
  }

  /** Whether the person may read the content, and not only that it exists. */
  static boolean isWhole(Person person, Declaration declaration) {
    if (responds(person, declaration)) {
      return true;
    }
    var access = declaration.theCase().access();
    var establishment = declaration.establishment();
    return person.is(Role.DECLARANT)
        && person.belongsTo(new Site(establishment.finess(), establishment.legalEntity()))
        && (access == null || access.permits(person, View.ESTABLISHMENT));
  }

  /** Whether the person reads it as a responder; restricted ones only where they are let in. */
  static boolean responds(Person person, Declaration declaration) {
    var access = declaration.theCase().access();
    return access == null
        ? person.isAny(Role.RESPONDER, Role.LEAD)
        : access.permits(person, View.RESPONDER);
  }

  private static List<Criteria> whole(Person person) {
    var unheard = where("theCase.revision").is(0);
    List<Criteria> any = new ArrayList<>();
    if (person.isAny(Role.RESPONDER, Role.LEAD)) {
      any.add(new Criteria().orOperator(unheard, AccessCriteria.responder(person, ACCESS)));
    }
    if (person.is(Role.DECLARANT) && !person.establishments().isEmpty()) {
      var own =
          new Criteria()
              .orOperator(
                  where("establishment.finess").in(person.establishments()),
                  where("establishment.legalEntity").in(person.establishments()));
      any.add(
          new Criteria()
              .andOperator(
                  own,
                  new Criteria()
                      .orOperator(unheard, AccessCriteria.establishment(person, ACCESS))));
    }
    return any;
  }
}
