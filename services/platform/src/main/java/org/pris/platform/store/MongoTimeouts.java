package org.pris.platform.store;

import com.mongodb.MongoClientSettings;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.core.Ordered;

/**
 * How long MongoDB is waited for. The driver's own 30 s would hold a request, and whoever sent it,
 * for as long as a server is away. A URI that says otherwise wins: it is applied after these.
 */
public final class MongoTimeouts implements MongoClientSettingsBuilderCustomizer, Ordered {

  /** Until there is a server at all. */
  public static final int SELECTION_SECONDS = 3;

  private static final int CONNECT_SECONDS = 2;

  /** Until one of a hundred connections is free. */
  private static final int POOL_SECONDS = 5;

  /**
   * Until a server answers that took a question: longer than any of ours takes, shorter than web
   * waits for a service.
   */
  private static final int ANSWER_SECONDS = 15;

  @Override
  public void customize(MongoClientSettings.Builder settings) {
    settings
        .applyToClusterSettings(
            it -> it.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
        .applyToConnectionPoolSettings(it -> it.maxWaitTime(POOL_SECONDS, TimeUnit.SECONDS))
        .applyToSocketSettings(it ->
            it.connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS));
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
