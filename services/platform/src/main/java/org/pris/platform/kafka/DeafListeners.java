package org.pris.platform.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ListenerContainerRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Names what should hear Kafka and does not: a container that stopped, or stopped in part, and
 * whatever has not polled for too long.
 */
final class DeafListeners implements Supplier<List<String>> {

  private final ListenerContainerRegistry containers;
  private final LastPolls polls;
  private final List<TopicTail<?>> tails;
  private final Duration atMost;

  DeafListeners(
      ListenerContainerRegistry containers,
      LastPolls polls,
      List<TopicTail<?>> tails,
      Duration atMost) {
    this.containers = containers;
    this.polls = polls;
    this.tails = tails;
    this.atMost = atMost;
  }

  @Override
  public List<String> get() {
    var deaf = new ArrayList<>(polls.silentFor(atMost));
    containers.getListenerContainers().stream()
        .filter(it -> !isWhole(it))
        .forEach(it -> deaf.add(it.getListenerId()));
    tails.stream()
        .filter(it -> it.sinceLastPoll().compareTo(atMost) > 0)
        .forEach(it -> deaf.add(it.toString()));
    return deaf;
  }

  /** Since the last poll of whoever has not polled for longest. */
  Duration longest() {
    return tails.stream()
        .map(TopicTail::sinceLastPoll)
        .reduce(polls.longest(), (one, other) -> one.compareTo(other) > 0 ? one : other);
  }

  private static boolean isWhole(MessageListenerContainer container) {
    return container.isRunning()
        && (!(container instanceof ConcurrentMessageListenerContainer<?, ?> all)
            || all.getContainers().stream().allMatch(MessageListenerContainer::isRunning));
  }
}
