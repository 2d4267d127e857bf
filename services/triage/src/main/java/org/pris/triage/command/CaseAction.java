package org.pris.triage.command;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What may be asked of a case; lower case on the wire. */
public enum CaseAction {
  TAKE,
  QUALIFY,
  REJECT,
  MERGE,
  UNMERGE,
  REDIRECT,
  ENGAGE,
  ADVISE,
  ESCALATE,
  MONITOR,
  DISENGAGE,
  RELAPSE,
  REPORT,
  CLOSE,
  HOLD,
  RESUME,
  REOPEN;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
