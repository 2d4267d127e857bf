package org.pris.remediation.plan;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.pris.contracts.Phase;
import org.pris.contracts.TaskStatus;

/** A task as its reader may see it; {@code view} says which of the two it is. */
@Schema(oneOf = {ResponderTask.class, EstablishmentTask.class})
sealed interface TaskView permits ResponderTask, EstablishmentTask {

  UUID id();

  long version();

  Phase phase();

  TaskStatus status();

  static TaskView of(Plan plan, Task task, Caller caller) {
    return caller.responds()
        ? ResponderTask.of(plan, task, caller)
        : EstablishmentTask.of(plan, task, caller);
  }
}
