package org.pris.platform.kafka;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * Makes an {@link Error} in a listener a failure of its record. As it is, it would end the
 * container: all its partitions would be silent because of one record.
 */
final class ListenerErrors implements MethodInterceptor {

  /** What a listener's {@link Error} is handled as. */
  static final class ListenerError extends RuntimeException {

    private static final long serialVersionUID = 1;

    ListenerError(Error cause) {
      super(cause.getClass().getName(), cause);
    }
  }

  @Override
  public @Nullable Object invoke(MethodInvocation listener) throws Throwable {
    try {
      return listener.proceed();
    } catch (Error failed) {
      throw new ListenerError(failed);
    }
  }
}
