package org.pris.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.pris.local.demo.Story.Step;
import org.pris.local.process.StartFailed;

/** Asks again where an answer may only be too early: the services hear of each other's part. */
record Retry(Story story) {

  /** What one service has said takes a moment to be heard by the others. */
  private static final Duration HEARD_WITHIN = Duration.ofSeconds(60);

  /** Reasons that pass by themselves once the services have heard of each other's part. */
  private static final Set<String> PASSING = Set.of("TASKS_NOT_LAID_OUT", "MANDATORY_TASKS_OPEN");

  /** Asks again while the answer may only be too early. */
  Answer insist(Step step, Supplier<Answer> call) {
    var deadline = Instant.now().plus(HEARD_WITHIN);
    var answer = call.get();
    while (!answer.isGood() && isEarly(answer) && Instant.now().isBefore(deadline)) {
      pause();
      answer = call.get();
    }
    if (!answer.isGood()) {
      throw new StartFailed(
          "%s, %s by %s: status %d %s"
              .formatted(story.key(), step.verb(), step.by(), answer.status(), shown(answer)));
    }
    return answer;
  }

  private static String shown(Answer answer) {
    var body = answer.body().toString();
    return body.length() > 600 ? body.substring(0, 600) + "…" : body;
  }

  private static boolean isEarly(Answer answer) {
    if (answer.status() == 409) {
      for (var reason : answer.body().path("reasons")) {
        if (PASSING.contains(reason.path("code").asString(""))) {
          return true;
        }
      }
    }
    return answer.status() == 404 || answer.status() >= 502;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(250);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailed("Interrupted", e);
    }
  }
}
