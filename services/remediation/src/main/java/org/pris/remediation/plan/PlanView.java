package org.pris.remediation.plan;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.pris.contracts.Access.View;
import org.pris.contracts.Progress;
import org.pris.remediation.plan.PlanView.EstablishmentPlan;
import org.pris.remediation.plan.PlanView.ResponderPlan;
import org.pris.remediation.playbook.LocalizedText;

/** The tasks of a case as its reader may see them; {@code view} says which of the two it is. */
@Schema(oneOf = {ResponderPlan.class, EstablishmentPlan.class})
sealed interface PlanView {

  UUID caseId();

  String caseReference();

  /**
   * Everything.
   *
   * @param playbooks keys of those laid out, oldest first
   * @param tasks in the order they were laid out
   */
  record ResponderPlan(
      @Schema(allowableValues = "RESPONDER") String view,
      UUID caseId,
      String caseReference,
      Progress progress,
      List<String> playbooks,
      List<GateView> gates,
      List<ResponderTask> tasks)
      implements PlanView {}

  /** What the establishment has to do itself; totals are the reader's to count from it. */
  record EstablishmentPlan(
      @Schema(allowableValues = "ESTABLISHMENT") String view,
      UUID caseId,
      String caseReference,
      List<EstablishmentTask> tasks)
      implements PlanView {}

  /**
   * A barrier in the list of tasks.
   *
   * @param why the rule exists
   * @param missing ids of the tasks that still keep it closed
   * @param before ids of the tasks behind it
   */
  record GateView(
      String playbook,
      String key,
      LocalizedText name,
      LocalizedText why,
      boolean open,
      List<UUID> missing,
      List<UUID> before) {}

  static PlanView of(Plan plan, Caller caller) {
    var reference = plan.theCase().reference();
    if (!caller.responds()) {
      return new EstablishmentPlan(
          View.ESTABLISHMENT.name(),
          plan.id(),
          reference,
          plan.tasks().stream()
              .filter(caller::reads)
              .map(it -> EstablishmentTask.of(plan, it, caller))
              .toList());
    }
    return new ResponderPlan(
        View.RESPONDER.name(),
        plan.id(),
        reference,
        plan.progress(),
        plan.layings().stream().map(LaidOutPlaybook::playbook).distinct().toList(),
        plan.gates().stream().map(it -> gate(plan, it)).toList(),
        plan.tasks().stream().map(it -> ResponderTask.of(plan, it, caller)).toList());
  }

  private static GateView gate(Plan plan, PlanGate gate) {
    var missing = plan.open(gate.needs());
    return new GateView(
        gate.playbook(),
        gate.key(),
        gate.name(),
        gate.why(),
        missing.isEmpty(),
        missing,
        gate.before());
  }
}
