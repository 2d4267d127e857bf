package org.pris.triage.view;

import java.util.List;
import org.pris.contracts.Progress;
import org.pris.contracts.Progress.PhaseProgress;

/**
 * How far the tasks are, as remediation last told.
 *
 * @param revision of the plan; a reader keeps the highest it has seen
 * @param done completed or waived, over all phases
 */
public record TaskProgress(
    long revision, int done, int total, int openMandatory, List<PhaseProgress> phases) {

  public static TaskProgress of(Progress it) {
    return new TaskProgress(
        it.revision(),
        it.phases().stream().mapToInt(PhaseProgress::done).sum(),
        it.phases().stream().mapToInt(PhaseProgress::total).sum(),
        it.openMandatory(),
        it.phases());
  }
}
