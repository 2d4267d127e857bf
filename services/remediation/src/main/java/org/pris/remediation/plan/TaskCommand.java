package org.pris.remediation.plan;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Personal;
import org.pris.contracts.TaskEvent.GestureAnswer;

/**
 * What a person asks of a task; {@code {"action": "start", "version": 1}} on the wire. {@code
 * version} is the task's own, the one that the decision was made on.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@Schema(
    discriminatorProperty = "action",
    discriminatorMapping = {
      @DiscriminatorMapping(value = "start", schema = TaskCommand.Start.class),
      @DiscriminatorMapping(value = "block", schema = TaskCommand.Block.class),
      @DiscriminatorMapping(value = "complete", schema = TaskCommand.Complete.class),
      @DiscriminatorMapping(value = "waive", schema = TaskCommand.Waive.class),
      @DiscriminatorMapping(value = "reopen", schema = TaskCommand.Reopen.class),
      @DiscriminatorMapping(value = "answer", schema = TaskCommand.Answer.class)
    })
sealed interface TaskCommand {

  /** Longest text, so that a task stays under 4 kB. */
  int TEXT = 1_000;

  Long version();

  TaskAction action();

  /** Somebody works on it. Refused while a task that comes first, or a gate, is open. */
  @JsonTypeName("start")
  record Start(@NotNull Long version) implements TaskCommand {
    @Override
    public TaskAction action() {
      return TaskAction.START;
    }
  }

  /** It cannot go on, and why. */
  @JsonTypeName("block")
  record Block(@NotNull Long version, @Personal @NotBlank @Size(max = TEXT) String reason)
      implements TaskCommand {
    @Override
    public TaskAction action() {
      return TaskAction.BLOCK;
    }
  }

  /**
   * It is done.
   *
   * @param note the evidence, which some tasks cannot do without
   */
  @JsonTypeName("complete")
  record Complete(@NotNull Long version, @Personal @Size(max = TEXT) @Nullable String note)
      implements TaskCommand {
    @Override
    public TaskAction action() {
      return TaskAction.COMPLETE;
    }
  }

  /** It will not be done, and why; a lead's where the task is mandatory or a gate needs it. */
  @JsonTypeName("waive")
  record Waive(@NotNull Long version, @Personal @NotBlank @Size(max = TEXT) String reason)
      implements TaskCommand {
    @Override
    public TaskAction action() {
      return TaskAction.WAIVE;
    }
  }

  /** It is to do again, and why. */
  @JsonTypeName("reopen")
  record Reopen(@NotNull Long version, @Personal @NotBlank @Size(max = TEXT) String reason)
      implements TaskCommand {
    @Override
    public TaskAction action() {
      return TaskAction.REOPEN;
    }
  }

  /**
   * What the establishment says of a gesture of the first hour.
   *
   * @param at when it was done; absent: now; never in the future
   */
  @JsonTypeName("answer")
  record Answer(@NotNull Long version, @NotNull GestureAnswer answer, @Nullable Instant at)
      implements TaskCommand {
    @Override
    public TaskAction action() {
      return TaskAction.ANSWER;
    }
  }
}
