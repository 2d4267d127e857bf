package org.pris.remediation.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What may be asked of a task; lower case on the wire. */
enum TaskAction {
  START,
  BLOCK,
  COMPLETE,
  WAIVE,
  REOPEN,
  /** Of a gesture: done, impossible, or not known. */
  ANSWER,
  ASSIGN,
  /** Set or clear when it is due. */
  DUE;

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
