package org.pris.bench.load;

import static io.gatling.javaapi.core.CoreDsl.doIfOrElse;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.pris.bench.load.measure.Samples;

/**
 * Commands on things that each carry a version: whoever comes takes the next thing, commands it on
 * the version it has, and puts it back with the one that was answered. Two never meet on one.
 */
final class Turns {

  /**
   * @param step how often it was commanded: odd and even can be two commands that undo each other
   */
  record Thing(String id, long version, int step) {}

  private static final String THING = "thing";

  private final ConcurrentLinkedQueue<Thing> free = new ConcurrentLinkedQueue<>();

  Turns(List<Thing> things) {
    free.addAll(things);
  }

  /**
   * One command, timed; where all things are taken it fails, for then the load is not what it says.
   *
   * @param once whether a thing is commanded once and not put back
   */
  ChainBuilder next(
      Api api,
      Samples samples,
      Function<Thing, String> as,
      Function<Thing, String> path,
      Function<Thing, String> body,
      boolean once) {
    var request =
        api.posted(
                it -> as.apply(thing(it)), it -> path.apply(thing(it)), it -> body.apply(thing(it)))
            .check(status().is(200), jsonPath("$.version").ofLong().saveAs("version"));
    return exec(
            it -> {
              var thing = free.poll();
              return thing == null ? it.markAsFailed() : it.set(THING, thing);
            })
        .exec(
            doIfOrElse(Session::isFailed)
                .then(
                    exec(it -> {
                      samples.fail();
                      return it;
                    }))
                .orElse(
                    Load.timed(samples, request)
                        .exec(it -> {
                          var thing = thing(it);
                          if (!once && !it.isFailed()) {
                            free.add(
                                new Thing(thing.id(), it.getLong("version"), thing.step() + 1));
                          }
                          return it;
                        })));
  }

  private static Thing thing(Session session) {
    return session.get(THING) instanceof Thing thing ? thing : new Thing("", 0, 0);
  }
}
