package org.pris.triage.view;

import java.util.List;
import java.util.Objects;
import org.pris.contracts.Progress;
import org.pris.contracts.Progress.PhaseProgress;

/**
 * How far the tasks are, as remediation last told.
 *
 * @param revision of the plan; a reader keeps the highest it has seen
 * @param done completed or waived, over all phases
 * @param impossible gestures that an establishment cannot make
 */
public record TaskProgress(
    long revision,
    int done,
    int total,
    int openMandatory,
    int impossible,
    List<PhaseProgress> phases) {

  public static TaskProgress of(Progress it) {
    return new TaskProgress(
        it.revision(),
        it.phases().stream().mapToInt(PhaseProgress::done).sum(),
        it.phases().stream().mapToInt(PhaseProgress::total).sum(),
        it.openMandatory(),
        Objects.requireNonNullElse(it.impossible(), 0),
        it.phases());
  }
}
