package org.pris.bench.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.app.Gatling$;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pris.bench.load.measure.Samples;

/**
 * Sends at a given rate, whether or not it is answered: who waits for the slow answer before asking
 * again does not see how slow it is. Gatling makes it from its class, hence public, and what it
 * sends is left for it beforehand.
 */
public final class Load extends Simulation {

  private static final String SENT = "sent";

  private record Next(OpenInjectionStep pace, Supplier<ChainBuilder> once) {}

  private static final AtomicReference<@Nullable Next> NEXT = new AtomicReference<>();

  /** Gatling's. */
  public Load() {
    var next = NEXT.getAndSet(null);
    if (next == null) {
      throw new IllegalStateException("Nothing to send");
    }
    setUp(scenario("bench").exec(next.once().get()).injectOpen(next.pace()))
        .protocols(http.shareConnections());
  }

  /**
   * Returns when the last is answered.
   *
   * @param once what is sent; Gatling's language is understood only where Gatling asks for it
   */
  static void send(double perSecond, Duration time, Supplier<ChainBuilder> once) {
    run(new Next(constantUsersPerSec(perSecond).during(time), once));
  }

  /** Ever more, up to the rate: one that is cold falls behind at it and never shows what it can. */
  static void warm(double perSecond, Duration time, Supplier<ChainBuilder> once) {
    run(new Next(rampUsersPerSec(1).to(perSecond).during(time), once));
  }

  private static void run(Next next) {
    NEXT.set(next);
    var code = Gatling$.MODULE$.fromArgs(new String[] {"-s", Load.class.getName(), "-nr"});
    if (code != 0) {
      throw new IllegalStateException("Gatling ended with " + code);
    }
  }

  /** A request whose time counts from the moment it is due to its whole answer. */
  static ChainBuilder timed(Samples samples, HttpRequestActionBuilder request) {
    return exec(it -> it.set(SENT, System.nanoTime()))
        .exec(request)
        .exec(it -> {
          if (it.isFailed()) {
            samples.fail();
          } else {
            samples.add(sent(it), System.nanoTime());
          }
          return it;
        });
  }

  /** When it was, of a session that has been through {@link #timed}. */
  static long sent(Session session) {
    return session.getLong(SENT);
  }
}
