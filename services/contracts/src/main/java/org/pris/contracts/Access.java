package org.pris.contracts;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who may see a case: triage decides, every case event carries it, every service asks {@link
 * #views}. Fails closed: without a row nobody sees anything.
 *
 * @param establishments affected, each visible to its own people and its legal entity's
 * @param restricted only {@code people} among the responders, whoever else may be one
 * @param people subjects of the responders that a restricted case is open to
 * @param establishmentSide which of the establishments' people: all, those named, none
 * @param establishmentPeople subjects, where {@code establishmentSide} is NAMED
 */
public record Access(
    List<Site> establishments,
    boolean restricted,
    List<String> people,
    EstablishmentSide establishmentSide,
    List<String> establishmentPeople) {

  /** Which people of the affected establishments see the case. */
  public enum EstablishmentSide {
    ALL,
    NAMED,
    NONE
  }

  /** What a person sees of a case; several roles add up. */
  public enum View {
    /** everything */
    RESPONDER,
    /** the common part and the own establishments' */
    ESTABLISHMENT,
    /** codes and numbers */
    AUTHORITY,
    /** reference and lead alone: what a lead sees of a restricted case of others */
    HEADLINE
  }

  public Set<View> views(Person person) {
    var views = EnumSet.noneOf(View.class);
    if (person.isAny(Role.RESPONDER, Role.LEAD)) {
      if (!restricted || people.contains(person.subject())) {
        views.add(View.RESPONDER);
      } else if (person.is(Role.LEAD)) {
        views.add(View.HEADLINE);
      }
    }
    if (person.is(Role.DECLARANT) && touches(person) && sideAdmits(person)) {
      views.add(View.ESTABLISHMENT);
    }
    if (person.is(Role.AUTHORITY)) {
      views.add(View.AUTHORITY);
    }
    return views;
  }

  public boolean permits(Person person, View view) {
    return views(person).contains(view);
  }

  /** Whether one of the affected establishments, or its legal entity, is the person's own. */
  private boolean touches(Person person) {
    return establishments.stream().anyMatch(person::belongsTo);
  }

  private boolean sideAdmits(Person person) {
    return switch (establishmentSide) {
      case ALL -> true;
      case NAMED -> establishmentPeople.contains(person.subject());
      case NONE -> false;
    };
  }
}
