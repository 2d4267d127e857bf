package org.pris.triage.board;

import java.util.Map;
import java.util.UUID;
import org.pris.contracts.Progress;
import org.pris.triage.view.ListedCase;
import org.pris.triage.view.TaskProgress;

/** One server-sent event of the live board. */
record BoardMessage(String name, Object data) {

  /** Never sent: wakes who waits for something to send. */
  static final BoardMessage END = new BoardMessage("end", Map.of());

  /** Says that the stream is alive: a comment would do, but no script in a browser sees one. */
  static final BoardMessage BEAT = new BoardMessage("beat", Map.of());

  /** The last word of a stream that had to make room for a newer one of the same session. */
  static final BoardMessage REPLACED = new BoardMessage("replaced", Map.of());

  /** A card is there, or is another. */
  static BoardMessage card(ListedCase card) {
    return new BoardMessage("card", card);
  }

  /** A card that its reader may no longer see. */
  static BoardMessage removed(UUID id) {
    return new BoardMessage("removed", Map.of("id", id));
  }

  /** How far the tasks of a card are. */
  static BoardMessage tasks(UUID id, Progress progress) {
    return new BoardMessage("tasks", CardTasks.of(id, progress));
  }

  /** As a card says it, told apart from it. */
  record CardTasks(UUID id, TaskProgress taskProgress, int openMandatoryTasks, long tasksRevision) {

    static CardTasks of(UUID id, Progress it) {
      return new CardTasks(id, TaskProgress.of(it), it.openMandatory(), it.revision());
    }
  }
}
