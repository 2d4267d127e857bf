package org.pris.triage.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Role;
import org.pris.platform.problem.FieldProblem;
import org.pris.platform.problem.Invalid;
import org.springframework.stereotype.Component;

/**
 * Only those may be assigned, lead or be admitted whose token has told triage that they respond,
 * and of the establishments' people those who declare. A body names them by subject, or by the
 * username that they go by now; a case keeps the subject. Whom a case names already stays: nobody
 * is put out by an edit of something else.
 */
@Component
public class Assignable {

  private static final List<Role> LEADING = List.of(Role.LEAD);
  private static final List<Role> DECLARING = List.of(Role.DECLARANT);

  private final People people;

  Assignable(People people) {
    this.people = people;
  }

  /**
   * Their subjects, in the order of the body; null where it does not name the field.
   *
   * @throws Invalid naming each who is not known to respond
   */
  public @Nullable List<String> responders(
      String field, @Nullable List<String> wanted, Collection<String> before) {
    return all(field, wanted, before, Colleague.RESPONDING, "is not known as a responder");
  }

  /** The same of people of the establishments. */
  public @Nullable List<String> declarants(
      String field, @Nullable List<String> wanted, Collection<String> before) {
    return all(field, wanted, before, DECLARING, "is not known as a declarant");
  }

  private @Nullable List<String> all(
      String field,
      @Nullable List<String> wanted,
      Collection<String> before,
      List<Role> roles,
      String refusal) {
    if (wanted == null) {
      return null;
    }
    var subjects = new ArrayList<String>();
    var errors = new ArrayList<FieldProblem>();
    for (var i = 0; i < wanted.size(); i++) {
      var subject = subject(wanted.get(i), before, roles);
      if (subject.isEmpty()) {
        errors.add(new FieldProblem(field + "[" + i + "]", refusal));
      }
      subject.ifPresent(subjects::add);
    }
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
    return subjects;
  }

  public String responder(String field, String wanted) {
    return subject(wanted, List.of(), Colleague.RESPONDING)
        .orElseThrow(() -> new Invalid(field, "is not known as a responder"));
  }

  public String lead(String wanted, @Nullable String before) {
    return subject(wanted, before == null ? List.of() : List.of(before), LEADING)
        .orElseThrow(() -> new Invalid("lead", "is not known as a lead"));
  }

  private Optional<String> subject(String wanted, Collection<String> before, List<Role> roles) {
    return before.contains(wanted)
        ? Optional.of(wanted)
        : people.meant(wanted).filter(it -> it.isAny(roles)).map(Colleague::subject);
  }
}
