package org.pris.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A long weekend at the agency: its endpoint is away, and the clock moved half a day at a time. */
@NotificationFlow
@Import(AwayFlowTest.MovedTime.class)
@DisplayName("An endpoint that was away for three days")
class AwayFlowTest {

  private static final int HOURS = 72;

  private static final int STEP = 12;

  private static final List<CaseFixture> CASES =
      List.of(CaseFixture.any(), CaseFixture.any(), CaseFixture.any());

  /** Goes on by itself, and ahead when it is told to. */
  static final class MovedClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    void move(Duration by) {
      ahead = ahead.plus(by);
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("Instants only");
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class MovedTime {
    @Bean
    MovedClock clock() {
      return new MovedClock();
    }
  }

  @Autowired Callers callers;
  @Autowired Published published;
  @Autowired MovedClock clock;

  Agency agency;
  Receiver receiver;

  @BeforeEach
  void join() throws IOException {
    agency = Agency.join(callers);
    receiver = agency.receiver();
  }

  @AfterEach
  void leave() {
    agency.close();
  }

  @Test
  @DisplayName(
      "is told everything when it is back, in order, nothing skipped and nothing put aside")
  void threeDays() {
    receiver.answers(503);
    tell(1);
    agency.arrive(1);
    for (var hour = STEP; hour <= HOURS; hour += STEP) {
      tell(1 + hour / STEP);
      var before = receiver.got().size();
      clock.move(Duration.ofHours(STEP));
      agency.arrive(before + 1); // tried at least every 15 minutes, hence in these hours too
    }
    assertThat(receiver.sequences()).containsOnly(1L);
    await().atMost(Agency.PATIENCE).until(() -> agency.log("").size() == 7 * CASES.size());
    assertThat(agency.states()).doesNotContain("EXHAUSTED");
    var before = receiver.got().size();

    receiver.answers(204);
    clock.move(Duration.ofMinutes(15));

    agency.settle("DELIVERED");
    var back = receiver.got().subList(before, receiver.got().size());
    for (var theCase : CASES) {
      assertThat(back.stream().filter(it -> isOf(it, theCase.id())).map(Receiver.Got::sequence))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 7).boxed().toList());
    }
    assertThat(back).allMatch(it -> it.signedWith(agency.secret()));
    assertThat(agency.health("state")).isEqualTo("OK");
  }

  private void tell(int revision) {
    CASES.forEach(it -> published.send(Topics.CASES, it.at(revision).taken()));
  }

  private static boolean isOf(Receiver.Got it, UUID theCase) {
    return it.json().at("/data/caseId").asString().equals(theCase.toString());
  }
}
