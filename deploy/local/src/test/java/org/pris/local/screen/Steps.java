package org.pris.local.screen;

import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Ordered tests that go on where the last one was: where one failed there is nothing to go on. */
final class Steps implements BeforeEachCallback, AfterTestExecutionCallback {

  private final int last;

  private int reached;

  /**
   * @param last the last one that moves what it is about; what follows only looks at it
   */
  Steps(int last) {
    this.last = last;
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    assumeThat(reached).isGreaterThanOrEqualTo(Math.min(order(test) - 1, last));
  }

  @Override
  public void afterTestExecution(ExtensionContext test) {
    if (test.getExecutionException().isEmpty()) {
      reached = order(test);
    }
  }

  private static int order(ExtensionContext test) {
    return test.getRequiredTestMethod().getAnnotation(Order.class).value();
  }
}
