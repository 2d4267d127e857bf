package org.pris.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole progress of a plan, never a difference.
 *
 * @param revision of the plan; a projection keeps the highest it has seen
 * @param engagements those whose tasks are laid out
 * @param openMandatory mandatory tasks neither done nor waived, over all phases
 * @param impossible gestures that an establishment cannot make; null from a build that did not
 *     count them
 */
public record Progress(
    long revision,
    List<Integer> engagements,
    List<PhaseProgress> phases,
    int openMandatory,
    @Nullable Integer impossible) {

  /**
   * Of one phase.
   *
   * @param done completed or waived
   * @param openMandatory mandatory and neither done nor waived
   */
  public record PhaseProgress(Phase phase, int total, int done, int openMandatory) {}
}
