package org.pris.remediation.plan;

import java.util.List;
import org.pris.platform.outbox.Change;
import org.pris.remediation.playbook.Playbooks;

/** Plans as they stand once the events of a case are heard. */
final class Laid {

  static final Playbooks PLAYBOOKS = new Playbooks();

  private Laid() {}

  static Plan after(Heard first, Heard... others) {
    var plan = hear(Plan.empty(first.state()), first).aggregate();
    for (var next : List.of(others)) {
      plan = hear(plan, next).aggregate();
    }
    return plan;
  }

  /** As the listener does: the newest copy first, then the decision. */
  static Change<Plan> hear(Plan plan, Heard heard) {
    return TaskLayout.heard(with(plan, heard), heard.state(), PLAYBOOKS, Heard.AT);
  }

  static Plan with(Plan plan, Heard heard) {
    return heard.revision() <= plan.theCase().revision()
        ? plan
        : new Plan(
            plan.id(),
            plan.lock(),
            plan.revision(),
            heard.state(),
            plan.layings(),
            plan.gates(),
            plan.tasks());
  }

  static Task byKey(Plan plan, String key) {
    return plan.tasks().stream().filter(it -> key.equals(it.key())).findFirst().orElseThrow();
  }
}
