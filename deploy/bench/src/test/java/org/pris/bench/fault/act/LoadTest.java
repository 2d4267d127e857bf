package org.pris.bench.fault.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pris.bench.fault.chaos.FaultOptions;
import org.pris.bench.fault.observation.AcceptedWrites;
import org.pris.local.demo.Answer;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("People who declare")
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class LoadTest {

  private static final FaultOptions OPTIONS =
      FaultOptions.parse("--declarations 6 --rate 1000".split(" "));

  private final AcceptedWrites ledger = new AcceptedWrites();

  @Test
  @DisplayName("have done what was accepted")
  void accepted() throws Exception {
    var load = over(_ -> created());

    assertThat(load.declared()).isEqualTo(6);
    assertThat(ledger.declared()).hasSize(6);
  }

  @Test
  @DisplayName("have not done what was refused, and do not wait for it for ever")
  void refused() throws Exception {
    var load = over(number -> number == 2 ? new Answer(422, Answer.NONE.body()) : created());

    assertThat(load.declared()).isEqualTo(5);
    assertThat(ledger.declared()).hasSize(5);
    assertThat(ledger.counts()).containsKey("declaration refused with 422");
  }

  @Test
  @DisplayName("are missed when an exception ends them, be it all of them")
  void lost() throws Exception {
    var load =
        over(_ -> {
          throw new IllegalStateException("no office");
        });

    assertThat(load.declared()).isZero();
    assertThat(ledger.counts())
        .containsKey("person lost: java.lang.IllegalStateException: no office");
  }

  private interface Office {
    Answer declared(int number);
  }

  /** Until all was answered; of cases nobody has heard. */
  private Load over(Office office) throws InterruptedException {
    Map<String, Answer> byKey = new ConcurrentHashMap<>();
    var declared = new AtomicInteger();
    Api api =
        new Api() {
          @Override
          public Answer get(String as, String path) {
            return new Answer(404, Answer.NONE.body());
          }

          @Override
          public Answer post(String as, String path, Map<String, ?> body, @Nullable String key) {
            return key != null && path.equals("/api/declarations")
                ? byKey.computeIfAbsent(key, _ -> office.declared(declared.incrementAndGet()))
                : get(as, path);
          }
        };
    var load = new Load(OPTIONS, api, ledger, _ -> {});
    load.start();
    while (!load.isOver()) {
      Thread.onSpinWait();
    }
    load.finish();
    return load;
  }

  private static Answer created() {
    var body = Map.of("id", UUID.randomUUID().toString(), "reference", "DEC");
    return new Answer(201, JsonMapper.shared().valueToTree(body));
  }
}
