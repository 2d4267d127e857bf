package org.pris.platform.problem;

import java.util.List;

/** Parameters or fields that break their form. Answers 400 {@code invalid} with {@code errors}. */
public final class BadRequest extends RuntimeException {

  private final transient List<FieldProblem> errors;

  public BadRequest(List<FieldProblem> errors) {
    super("Bad query", null, false, false);
    this.errors = List.copyOf(errors);
  }

  public BadRequest(String field, String message) {
    this(List.of(new FieldProblem(field, message)));
  }

  public List<FieldProblem> errors() {
    return errors;
  }
}
