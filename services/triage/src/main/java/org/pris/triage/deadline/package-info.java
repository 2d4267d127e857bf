/** Legal, contractual and own deadlines; what they ask of a case stands in DeadlineSubject. */
@NullMarked
package org.pris.triage.deadline;

import org.jspecify.annotations.NullMarked;
