package org.pris.remediation.plan;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Access.View;
import org.pris.contracts.Actor;
import org.pris.contracts.Personal;
import org.pris.contracts.Phase;
import org.pris.contracts.Role;
import org.pris.contracts.TaskEvent.GestureAnswer;
import org.pris.contracts.TaskStatus;
import org.pris.remediation.playbook.LocalizedText;

/**
 * A task as the establishment that has to do it sees it: no notes, no reasons, no responder's name.
 *
 * @param version to send with the next command
 * @param gesture of the first hour: to be answered rather than marked as done
 * @param evidenceNeeded what the note of its completion must hold; null: no note needed
 * @param dueAt UTC; null: none
 * @param changedAt when its status changed last; null: never
 * @param changedBy name, where it was somebody of the reader's own establishment
 * @param reply null: not answered, which is another fact than DO_NOT_KNOW
 */
record EstablishmentTask(
    @Schema(allowableValues = "ESTABLISHMENT") String view,
    UUID id,
    long version,
    int number,
    Phase phase,
    boolean mandatory,
    boolean gesture,
    LocalizedText title,
    @Nullable LocalizedText what,
    List<LocalizedText> finishedWhen,
    List<LocalizedText> doNot,
    @Nullable LocalizedText evidenceNeeded,
    TaskStatus status,
    @Nullable Instant dueAt,
    @Nullable Instant changedAt,
    @Personal @Nullable String changedBy,
    @Nullable OwnReply reply,
    List<AllowedAction> allowedActions)
    implements TaskView {

  /** The answer to a gesture, with its time. */
  record OwnReply(GestureAnswer answer, Instant at) {}

  static EstablishmentTask of(Plan plan, Task task, Caller caller) {
    var it = task.instructions();
    var last = task.last();
    var reply = task.reply();
    return new EstablishmentTask(
        View.ESTABLISHMENT.name(),
        task.id(),
        task.version(),
        task.number(),
        it.phase(),
        it.mandatory(),
        task.isGesture(),
        it.title(),
        it.what(),
        it.finishedWhen(),
        it.doNot(),
        it.evidenceNeeded(),
        task.status(),
        task.dueAt(),
        last == null ? null : last.at(),
        last == null ? null : ownName(last.by(), caller),
        reply == null ? null : new OwnReply(reply.answer(), reply.at()),
        Stream.of(task.isGesture() ? TaskAction.ANSWER : TaskAction.COMPLETE)
            .map(action -> AllowedAction.of(action, plan, task, caller))
            .toList());
  }

  private static @Nullable String ownName(Actor actor, Caller caller) {
    var establishment = actor.establishment();
    return actor.role() == Role.DECLARANT
            && establishment != null
            && caller.belongsTo(establishment)
        ? actor.name()
        : null;
  }
}
