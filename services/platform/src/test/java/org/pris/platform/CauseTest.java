package org.pris.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The id of an event")
class CauseTest {

  final UUID subject = UUID.randomUUID();

  @AfterEach
  void end() {
    Cause.end();
  }

  @Test
  @DisplayName("follows from the event that it answers, which may be heard again after a restore")
  void derived() {
    var event = UUID.randomUUID();
    begin(event);
    var first = Cause.id(subject, Ward.class, 3);
    Cause.end();
    begin(event);

    assertThat(Cause.id(subject, Ward.class, 3)).isEqualTo(first);
    assertThat(Cause.id(subject, Ward.class, 4)).isNotEqualTo(first);
    assertThat(Cause.id(UUID.randomUUID(), Ward.class, 3)).isNotEqualTo(first);
    begin(UUID.randomUUID());
    assertThat(Cause.id(subject, Ward.class, 3)).isNotEqualTo(first);
  }

  @Test
  @DisplayName("is new where a person acts: the same step on the same version may be another")
  void random() {
    assertThat(Cause.id(subject, Ward.class, 3)).isNotEqualTo(Cause.id(subject, Ward.class, 3));
  }

  private static void begin(UUID event) {
    var told = new ProducerRecord<>("pris.cases", "key", "{}");
    Cause.onto(told, event);
    var heard = new ConsumerRecord<>("pris.cases", 0, 0L, "key", "{}");
    told.headers().forEach(heard.headers()::add);
    Cause.begin(heard);
  }
}
