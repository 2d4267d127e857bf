package org.pris.bench.fault.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.bench.fault.observation.AcceptedWrites;

@DisplayName("Who follows a case")
class CaseFollowerTest {

  private final FakeCase theCase = new FakeCase();

  private final AcceptedWrites ledger = new AcceptedWrites();

  private final KnownCases known = new KnownCases();

  private final Random random = new Random(5);

  private Instant now = Instant.EPOCH;

  private final CaseFollower follower =
      new CaseFollower(
          new CaseActs(theCase, ledger, known, random),
          new TaskActs(theCase, ledger, random),
          known,
          random,
          () -> now);

  @BeforeEach
  void declared() {
    known.add("c1", "990000010");
  }

  @Test
  @DisplayName("takes it to its end, with what must be done before, and some once more")
  void toItsEnd() throws Exception {
    for (var i = 0; i < 200; i++) {
      follower.step();
      now = now.plusSeconds(20);
    }

    assertThat(theCase.done)
        .containsSubsequence(
            "take", "qualify", "engage", "task complete", "monitor", "report", "close", "reopen");
    assertThat(ledger.counts().keySet())
        .contains("deadline", RequiredActs.AGAIN)
        .noneMatch(it -> it.contains("answered"));
  }

  @Test
  @DisplayName("comes back later where it is not there yet, and not at once")
  void notThereYet() throws Exception {
    theCase.isThere = false;
    assertThat(follower.step()).isTrue();
    theCase.isThere = true;
    assertThat(follower.step()).isFalse();

    now = now.plusSeconds(2);
    assertThat(follower.step()).isTrue();
    assertThat(theCase.done).containsExactly("take");
  }

  @Test
  @DisplayName("lets it go in the end where it never comes")
  void neverThere() throws Exception {
    theCase.isThere = false;
    do {
      follower.step();
      now = now.plusSeconds(20);
    } while (known.follow(random) == null);

    assertThat(ledger.counts())
        .hasEntrySatisfying("case not there yet", it -> assertThat(it.sum()).isEqualTo(9));
  }

  @Test
  @DisplayName("is alone with it, while anybody may act on it")
  void alone() throws Exception {
    follower.step();

    assertThat(known.follow(random)).isNull();
    assertThat(known.any(random)).isNotNull();
  }
}
