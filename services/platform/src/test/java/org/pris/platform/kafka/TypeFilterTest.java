package org.pris.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.CaseEvent.CaseAccessChanged;
import org.pris.contracts.CaseEvent.CaseOpened;

@DisplayName("A listener of some types")
class TypeFilterTest {

  private final TypeFilter filter = TypeFilter.only(CaseAccessChanged.class);

  @Test
  @DisplayName("passes over the others, unparsed")
  void others() {
    assertThat(filter.filter(of(TypeFilter.nameOf(CaseOpened.class)))).isTrue();
    assertThat(filter.filter(of(TypeFilter.nameOf(CaseAccessChanged.class)))).isFalse();
  }

  @Test
  @DisplayName("reads what does not say its type outside")
  void unsaid() {
    assertThat(filter.filter(of(null))).isFalse();
  }

  private static ConsumerRecord<Object, Object> of(@Nullable String type) {
    var sent = new ProducerRecord<Object, Object>("pris.cases", "key", "{}");
    TypeFilter.onto(sent, type);
    var message = new ConsumerRecord<Object, Object>("pris.cases", 0, 0, "key", "{}");
    sent.headers().forEach(message.headers()::add);
    return message;
  }
}
