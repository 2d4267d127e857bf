package org.pris.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A copy of a case")
@SuppressWarnings("JavaUtilDate") // the driver's own for a moment
class CopiesTest {

  private final Document original =
      new Document("_id", "1")
          .append("reference", "CAS-2026-000007")
          .append("changedAt", new Date(10_000))
          .append(
              "ranks",
              new Document("urgency", "12000000000009000")
                  .append("words", List.of("cas-2026-000007", "7")))
          .append("nobody", null);

  @Test
  @DisplayName("has an id and a reference of its own, wherever the reference stands")
  void own() {
    var copy = Copies.copy(original, 5, 0);

    assertThat(copy.get("_id")).isNotEqualTo("1");
    assertThat(copy.getString("reference")).isEqualTo("CAS-2026-899995");
    assertThat(copy.toJson()).doesNotContain("CAS-2026-000007");
    assertThat(copy).containsKey("nobody");
  }

  @Test
  @DisplayName("happened earlier, and ranks as it happened")
  void earlier() {
    var copy = Copies.copy(original, 5, 4_000);

    assertThat(copy.getDate("changedAt")).isEqualTo(new Date(6_000));
    assertThat(copy.get("ranks", Document.class).getString("urgency"))
        .isEqualTo("12000000000005000");
  }
}
