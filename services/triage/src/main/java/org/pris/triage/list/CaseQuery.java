package org.pris.triage.list;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pris.contracts.Access.View;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Person;
import org.pris.platform.SearchText;
import org.pris.platform.access.AccessCriteria;
import org.springframework.data.mongodb.core.query.Criteria;

/** What one view is asked by: who may see it, and only by its own fields. */
final class CaseQuery {

  private static final List<CaseStatus> OPEN =
      Arrays.stream(CaseStatus.values()).filter(CaseStatus::isOpen).toList();

  private CaseQuery() {}

  static Criteria of(View view, CaseFilter filter, Person person) {
    var all = new ArrayList<Criteria>();
    switch (view) {
      case RESPONDER -> all.add(AccessCriteria.responder(person, "access"));
      case ESTABLISHMENT -> all.add(AccessCriteria.establishment(person, "access"));
      case AUTHORITY -> {} // the codes of every case
      case HEADLINE -> all.add(where("access.restricted").is(true));
    }
    if (view == View.HEADLINE) {
      // whether it is open is not for them
    } else {
      all.add(where("lifecycle.status").in(filter.status().isEmpty() ? OPEN : filter.status()));
    }
    if (!filter.severity().isEmpty()) {
      all.add(
          new Criteria()
              .orOperator(
                  where("assessment.severity").in(filter.severity()),
                  where("assessment.severity")
                      .is(null)
                      .and("assessment.presumed")
                      .in(filter.severity())));
    }
    if (!filter.type().isEmpty()) {
      all.add(where("assessment.incidentType").in(filter.type()));
    }
    if (!filter.assignee().isEmpty()) {
      all.add(
          new Criteria()
              .orOperator(
                  where("team.people").in(filter.assignee()),
                  where("team.lead").in(filter.assignee())));
    }
    if (filter.campaign() != null) {
      all.add(where("campaign._id").is(filter.campaign()));
    }
    if (!filter.department().isEmpty()) {
      all.add(site(view, person, where("establishment.department").in(filter.department())));
    }
    if (!filter.establishment().isEmpty()) {
      all.add(site(view, person, where("establishment.finess").in(filter.establishment())));
    }
    if (filter.q() != null) {
      asked(view, person, filter.q()).ifPresent(all::add);
    }
    return new Criteria().andOperator(all);
  }

  /** What answers one of the readings of a question; nothing where nothing was asked. */
  private static Optional<Criteria> asked(View view, Person person, String question) {
    var readings =
        SearchText.readings(question).stream()
            .map(words -> words.stream().map(it -> word(view, person, it)).toList())
            .map(it -> new Criteria().andOperator(it))
            .toList();
    return readings.isEmpty() ? Optional.empty() : Optional.of(new Criteria().orOperator(readings));
  }

  /** Begins so: of the reference, or of an establishment's name where it is shown. */
  private static Criteria word(View view, Person person, String wanted) {
    var begins = Pattern.compile("^" + Pattern.quote(wanted));
    var reference = where("sortKeys.words").regex(begins);
    return view == View.HEADLINE
        ? reference
        : new Criteria().orOperator(reference, site(view, person, where("words").regex(begins)));
  }

  /** Of an affected establishment; a declarant asks of their own alone. */
  private static Criteria site(View view, Person person, Criteria what) {
    var own = person.establishments();
    var asked =
        view == View.ESTABLISHMENT
            ? new Criteria()
                .andOperator(
                    what,
                    new Criteria()
                        .orOperator(
                            where("establishment.finess").in(own),
                            where("establishment.legalEntity").in(own)))
            : what;
    return where("affected").elemMatch(asked);
  }
}
