package org.pris.platform;

import java.util.List;

/** Parameters or fields that break their form. Answers 400 {@code invalid} with {@code errors}. */
public final class BadQuery extends RuntimeException {

  private final transient List<FieldProblem> errors;

  public BadQuery(List<FieldProblem> errors) {
    super("Bad query", null, false, false);
    this.errors = List.copyOf(errors);
  }

  public BadQuery(String field, String message) {
    this(List.of(new FieldProblem(field, message)));
  }

  public List<FieldProblem> errors() {
    return errors;
  }
}
