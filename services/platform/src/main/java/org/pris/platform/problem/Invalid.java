package org.pris.platform.problem;

import java.util.List;

/**
 * Well-formed, but it cannot be meant: an unknown establishment, a key used for another body.
 * Answers 422 {@code invalid-content} with {@code errors}.
 */
public final class Invalid extends RuntimeException {

  private final transient List<FieldProblem> errors;

  public Invalid(List<FieldProblem> errors) {
    super("Invalid", null, false, false);
    this.errors = List.copyOf(errors);
  }

  public Invalid(String field, String message) {
    this(List.of(new FieldProblem(field, message)));
  }

  public List<FieldProblem> errors() {
    return errors;
  }
}
