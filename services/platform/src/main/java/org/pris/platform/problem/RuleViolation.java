package org.pris.platform.problem;

import java.util.List;
import java.util.stream.Collectors;

/** The rules refuse a command, with every reason. Answers 409 {@code rule-violation}. */
public final class RuleViolation extends RuntimeException {

  private final transient List<Reason> reasons;

  public RuleViolation(List<Reason> reasons) {
    super(reasons.stream().map(Reason::code).collect(Collectors.joining(", ")), null, false, false);
    this.reasons = List.copyOf(reasons);
  }

  public RuleViolation(Reason... reasons) {
    this(List.of(reasons));
  }

  public List<Reason> reasons() {
    return reasons;
  }
}
