package org.pris.triage.lifecycle;

import java.util.List;
import org.pris.contracts.CaseStatus;
import org.pris.platform.problem.Reason;
import org.pris.triage.command.CaseAction;

/**
 * Whether the caller may do this with the case now.
 *
 * @param allowed as far as the case and the caller are concerned; the command may still lack
 *     something
 * @param reasons why not
 * @param waivable whether the caller may do it in spite of the reasons, with a {@code waiver}
 * @param to where it may lead; several for {@code reopen}
 */
public record AllowedAction(
    CaseAction action,
    boolean allowed,
    List<Reason> reasons,
    boolean waivable,
    List<CaseStatus> to) {}
