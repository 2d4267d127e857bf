package org.pris.triage.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Role;
import org.pris.platform.problem.FieldProblem;
import org.pris.platform.problem.Invalid;
import org.springframework.stereotype.Component;

/**
 * Only those may be assigned, lead or be admitted whose token has told triage that they respond.
 * Whom a case names already stays: nobody is put out by an edit of something else.
 */
@Component
public class Assignable {

  private final People people;

  Assignable(People people) {
    this.people = people;
  }

  /**
   * @param wanted in the order of the body, for the names of its fields
   * @throws Invalid naming each who is not known to respond
   */
  public void responders(String field, @Nullable List<String> wanted, Collection<String> before) {
    var errors = new ArrayList<FieldProblem>();
    for (var i = 0; wanted != null && i < wanted.size(); i++) {
      var username = wanted.get(i);
      if (!before.contains(username) && people.find(username).isEmpty()) {
        errors.add(new FieldProblem(field + "[" + i + "]", "is not known as a responder"));
      }
    }
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
  }

  public void responder(String field, String username) {
    if (people.find(username).isEmpty()) {
      throw new Invalid(field, "is not known as a responder");
    }
  }

  public void lead(@Nullable String username, @Nullable String before) {
    if (username != null
        && !username.equals(before)
        && people.find(username).filter(it -> it.roles().contains(Role.LEAD)).isEmpty()) {
      throw new Invalid("lead", "is not known as a lead");
    }
  }
}
