package org.pris.notification.administration;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** What an endpoint gets that is only to show that it listens: about no case, in no lane. */
record TestMessage(UUID id, String type, Instant timestamp, Map<String, String> data) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  TestMessage(UUID id, Instant timestamp) {
    this(id, "webhook.test", timestamp, Map.of());
  }

  String json() {
    return JSON.writeValueAsString(this);
  }
}
