package org.pris.bench.fault.act;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pris.local.demo.Answer;

/** The public API, as people use it. */
interface Api {

  Answer get(String as, String path) throws InterruptedException;

  /**
   * @param key the Idempotency-Key; null for commands, whose version says whether they were carried
   *     out already
   */
  Answer post(String as, String path, Map<String, ?> body, @Nullable String key)
      throws InterruptedException;
}
