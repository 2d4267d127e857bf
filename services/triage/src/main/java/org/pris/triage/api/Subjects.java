package org.pris.triage.api;

import java.util.Optional;
import org.pris.contracts.Access;
import org.pris.triage.Team;
import org.pris.triage.command.CaseCommand;
import org.pris.triage.command.CaseCommand.Engage;
import org.pris.triage.command.CaseEdit.Admit;
import org.pris.triage.command.CaseEdit.Assign;
import org.pris.triage.command.CaseEdit.ChangeAccess;
import org.pris.triage.people.Assignable;
import org.springframework.stereotype.Component;

/** Commands with the subjects of the people that they name; whom they may not name is refused. */
@Component
class Subjects {

  private final Assignable assignable;

  Subjects(Assignable assignable) {
    this.assignable = assignable;
  }

  @SuppressWarnings("NullableOptional") // absent, null and a value are three answers
  Assign of(Assign edit, Team team) {
    var people = assignable.responders("people", edit.people(), team.people());
    Optional<String> lead =
        edit.lead() == null ? null : edit.lead().map(it -> assignable.lead(it, team.lead()));
    return new Assign(edit.version(), people, lead, edit.confirmed());
  }

  ChangeAccess of(ChangeAccess edit, Access before) {
    return new ChangeAccess(
        edit.version(),
        edit.restricted(),
        assignable.responders("people", edit.people(), before.people()),
        edit.establishmentSide(),
        assignable.declarants(
            "establishmentPeople", edit.establishmentPeople(), before.establishmentPeople()),
        edit.reason());
  }

  Admit of(Admit edit) {
    return new Admit(assignable.responder("person", edit.person()), edit.reason());
  }

  CaseCommand of(CaseCommand command, Team team) {
    return command instanceof Engage on && on.lead() != null
        ? new Engage(
            on.version(),
            assignable.lead(on.lead(), team.lead()),
            on.agreement(),
            on.emergencyAuthorisation())
        : command;
  }
}
