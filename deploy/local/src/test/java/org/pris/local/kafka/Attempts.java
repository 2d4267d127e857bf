package org.pris.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
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
      } catch (AuthorizationException refused) {
        // as it should be, or the comparison shows it
      } catch (ExecutionException e) {
        assertThat(e).hasCauseInstanceOf(AuthorizationException.class);
      } catch (Exception e) {
        throw new AssertionError(name, e);
      }
    }
    return allowed;
  }

  static void assertRefused(ThrowingCallable attempt) {
    assertThatThrownBy(attempt).hasCauseInstanceOf(AuthorizationException.class);
  }
}
