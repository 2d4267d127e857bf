package org.pris.timeline.entry;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The parts of an entry that a reader may be refused and the law may make us remove. */
public enum SealedField {
  /** Who: {@code {"subject", "name"}}, null where the service did by itself. */
  @JsonProperty("author")
  AUTHOR,
  /** What people wrote, null where nobody wrote anything. */
  @JsonProperty("text")
  TEXT,
  /** What happened, in codes, ids, counts and instants. */
  @JsonProperty("data")
  DATA;

  public String field() {
    return name().toLowerCase(Locale.ROOT);
  }
}
