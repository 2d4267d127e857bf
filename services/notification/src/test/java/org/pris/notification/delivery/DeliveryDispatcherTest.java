package org.pris.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.notification.Rules;
import org.pris.notification.webhook.Webhook;
import org.pris.notification.webhook.WebhookSettings;
import org.pris.notification.webhook.Webhooks;

/** Without its sweep, which would find in the end whatever a wake-up had lost. */
@DisplayName("The courier, woken")
class DeliveryDispatcherTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:40:00Z");
  private static final int HANDS = 4;

  private final UUID endpoint = UUID.randomUUID();
  private final Queue<Lane> due = new ConcurrentLinkedQueue<>();
  private final Queue<Lane> begun = new ConcurrentLinkedQueue<>();
  private final CountDownLatch answered = new CountDownLatch(1);
  private final LaneWorker rounds = mock(LaneWorker.class);
  private DeliveryDispatcher courier;

  @BeforeEach
  void start() {
    var webhooks = mock(Webhooks.class); // none that a sweep would know of
    when(webhooks.find(endpoint)).thenReturn(Optional.of(webhook()));
    var lanes = mock(Lanes.class);
    when(lanes.anyDue(any(), any())).thenAnswer(_ -> !due.isEmpty());
    when(lanes.due(any(), any())).thenAnswer(_ -> List.copyOf(due));
    when(lanes.take(any(), any())).thenAnswer(_ -> Optional.ofNullable(due.poll()));
    courier =
        new DeliveryDispatcher(
            webhooks, lanes, rounds, Rules.allowing(), Clock.fixed(NOW, ZoneOffset.UTC));
    courier.start();
  }

  @AfterEach
  void stop() {
    answered.countDown();
    courier.stop();
  }

  @ParameterizedTest(name = "goes on: {0}")
  @ValueSource(booleans = {true, false})
  @DisplayName("while all hands are busy, looks again once one is free, whatever that one found")
  void busy(boolean goesOn) {
    when(rounds.run(any(), any(), any()))
        .thenAnswer(it -> {
          begun.add(it.getArgument(0));
          answered.await();
          return goesOn;
        });
    for (var i = 0; i < HANDS; i++) {
      laid();
    }
    await().until(() -> begun.size() == HANDS);
    var last = laid();

    answered.countDown();

    await().untilAsserted(() -> assertThat(begun).contains(last));
  }

  @Test
  @DisplayName("works on no more lanes of an endpoint at once than it has hands")
  void atOnce() {
    when(rounds.run(any(), any(), any()))
        .thenAnswer(it -> {
          begun.add(it.getArgument(0));
          answered.await();
          return true;
        });
    for (var i = 0; i < 2 * HANDS; i++) {
      laid();
    }

    await().until(() -> begun.size() == HANDS);
    assertThat(due).hasSize(HANDS);
    answered.countDown();
    await().until(due::isEmpty);
  }

  private Lane laid() {
    var theCase = UUID.randomUUID();
    var lane =
        new Lane(Lane.id(theCase, endpoint), theCase, endpoint, 1, NOW, NOW, null, Instant.EPOCH);
    due.add(lane);
    courier.wake(endpoint);
    return lane;
  }

  private Webhook webhook() {
    var settings =
        new WebhookSettings("https://ars.example", "", List.of("*"), List.of(), null, false, false);
    return new Webhook(
        endpoint, "digest", settings, NOW, NOW, List.of(), null, null, null, null, Map.of(), null);
  }
}
