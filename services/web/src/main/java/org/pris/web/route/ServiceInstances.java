package org.pris.web.route;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pris.web.WebSettings;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Where each service runs. Any of its instances serves any request; they are taken in turn, those
 * first that are well. Each is asked every second, and a refused connection is believed at once.
 * Where none seems well all are tried: the question may have been lost, not the instance.
 */
@Component
public class ServiceInstances implements SmartLifecycle {

  private static final Duration EVERY = Duration.ofSeconds(1);

  /** One that takes longer to say that it is well is stopped, or drowning. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final class Instance {
    private final URI address;
    private volatile boolean well = true;

    Instance(URI address) {
      this.address = address;
    }
  }

  private final Map<String, List<Instance>> services;
  private final AtomicInteger turn = new AtomicInteger();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private volatile boolean running;

  public ServiceInstances(WebSettings settings) {
    this.services =
        settings.services().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    service -> service.getValue().stream().map(Instance::new).toList()));
  }

  /**
   * The next in turn.
   *
   * @param tried is not chosen again
   * @return nothing where all were tried
   */
  public Optional<URI> choose(String service, Set<URI> tried) {
    return choose(service, tried, turn.getAndIncrement());
  }

  /** The same one for the same number, as long as it is well. */
  public Optional<URI> choose(String service, Set<URI> tried, int number) {
    var left = of(service).stream().filter(it -> !tried.contains(it.address)).toList();
    var well = left.stream().filter(it -> it.well).toList();
    var from = well.isEmpty() ? left : well;
    return from.isEmpty()
        ? Optional.empty()
        : Optional.of(from.get(Math.floorMod(number, from.size())).address);
  }

  /** Passes over an instance until it answers that it is well. */
  public void failed(String service, URI address) {
    of(service).stream().filter(it -> it.address.equals(address)).forEach(it -> it.well = false);
  }

  /** Whether a request has reached nobody: then it may be sent anew, whatever it is. */
  static boolean isUnreached(@Nullable Throwable failure) {
    return failure != null
        && (failure instanceof ConnectException
            || failure instanceof HttpConnectTimeoutException
            || isUnreached(failure.getCause()));
  }

  private List<Instance> of(String service) {
    return Objects.requireNonNull(services.get(service), service);
  }

  @Override
  public void start() {
    running = true;
    services.values().stream()
        .filter(it -> it.size() > 1) // with one there is nothing to choose
        .flatMap(List::stream)
        .forEach(it -> Thread.ofVirtual().name("instance").start(() -> watch(it)));
  }

  private void watch(Instance instance) {
    var question =
        HttpRequest.newBuilder(instance.address.resolve("/actuator/health/readiness"))
            .timeout(PATIENCE)
            .build();
    try {
      while (running) {
        instance.well = isWell(question);
        TimeUnit.MILLISECONDS.sleep(EVERY.toMillis());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isWell(HttpRequest question) throws InterruptedException {
    try {
      return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException silent) {
      return false;
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
