package org.pris.contracts;

import java.util.List;

/** The four topics; each has a {@code .dlt} beside it for what fails by its content. */
public final class Topics {

  public static final String DECLARATIONS = "pris.declarations";
  public static final String CASES = "pris.cases";
  public static final String TASKS = "pris.tasks";
  public static final String TIMELINE = "pris.timeline";

  public static final List<String> ALL = List.of(DECLARATIONS, CASES, TASKS, TIMELINE);

  private Topics() {}
}
