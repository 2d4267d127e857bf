package org.pris.platform.access;

import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.Person;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * {@link org.pris.contracts.Access#views} as a query over documents that embed an access: lists and
 * counts filter in the database, never afterwards. A test holds the two to each other.
 */
public final class AccessCriteria {

  private AccessCriteria() {}

  /**
   * Those whose whole content a responder sees.
   *
   * @param path of the embedded access, {@code "access"}
   */
  public static Criteria responder(Person person, String path) {
    return new Criteria()
        .orOperator(
            Criteria.where(path + ".restricted").is(false),
            Criteria.where(path + ".people").is(person.subject()));
  }

  /** Those that the person's establishments are affected by, where their side is admitted. */
  public static Criteria establishment(Person person, String path) {
    var own = person.establishments();
    var touched =
        new Criteria()
            .orOperator(
                Criteria.where(path + ".establishments.finess").in(own),
                Criteria.where(path + ".establishments.legalEntity").in(own));
    var admitted =
        new Criteria()
            .orOperator(
                Criteria.where(path + ".establishmentSide").is(EstablishmentSide.ALL),
                new Criteria()
                    .andOperator(
                        Criteria.where(path + ".establishmentSide").is(EstablishmentSide.NAMED),
                        Criteria.where(path + ".establishmentPeople").is(person.subject())));
    return new Criteria().andOperator(touched, admitted);
  }
}
