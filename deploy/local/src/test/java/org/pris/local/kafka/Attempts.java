package org.pris.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.errors.AuthorizationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a broker lets somebody do, found out by trying. */
public final class Attempts {

  interface Attempt {
    void at(String name) throws Exception;
  }

  private Attempts() {}

  /** Those that the broker let through; anything but yes and no fails the test. */
  static Set<String> tried(Iterable<String> names, Attempt attempt) {
    var allowed = new HashSet<String>();
    for (var name : names) {
      try {
        attempt.at(name);
        allowed.add(name);
      } catch (Exception e) {
        assertRefusal(name, e);
      }
    }
    return allowed;
  }

  /**
   * A refusal comes by itself or as a cause: of what a future says, or of what a producer says that
   * is still getting over its last one.
   */
  private static void assertRefusal(String name, Exception e) {
    assertThat(e instanceof AuthorizationException ? e : e.getCause())
        .as("%s: %s", name, e)
        .isInstanceOf(AuthorizationException.class);
  }

  static void assertRefused(ThrowingCallable attempt) {
    assertThatThrownBy(attempt).hasCauseInstanceOf(AuthorizationException.class);
  }
}
