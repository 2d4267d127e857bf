package org.pris.timeline.recording;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pris.timeline.entry.SealedField;

/**
 * The order to remove members of an entry for good.
 *
 * @param members in any order; each once
 * @param reason why the law or the rules demand it, without repeating what is removed
 * @param orderedBy who demanded it: an authority, a data protection officer
 */
public record Redaction(
    @NotEmpty List<SealedField> members,
    @NotBlank @Size(max = 2_000) String reason,
    @NotBlank @Size(max = 200) String orderedBy) {

  public Redaction(@Nullable List<SealedField> members, String reason, String orderedBy) {
    this.members =
        members == null
            ? List.of()
            : members.stream().filter(Objects::nonNull).distinct().sorted().toList();
    this.reason = reason;
    this.orderedBy = orderedBy;
  }
}
