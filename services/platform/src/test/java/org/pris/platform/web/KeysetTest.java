package org.pris.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.platform.problem.BadRequest;
import org.springframework.data.domain.Sort.Direction;

@DisplayName("A list, piece by piece")
class KeysetTest {

  private record Item(UUID id, Instant at, long number) {}

  private static final Keyset<Item> NEWEST_FIRST = Keyset.newestFirst("at", Item::at, Item::id);
  private static final Keyset<Item> BY_NUMBER =
      Keyset.unique("number", Direction.ASC, Long.class, Item::number);
  private static final Item ITEM =
      new Item(
          UUID.fromString("00000000-0000-7000-8000-000000000001"),
          Instant.parse("2026-11-24T12:00:00.123Z"),
          7);

  @Test
  @DisplayName("goes on behind the last item, bounded by its key")
  void bounded() {
    assertThat(NEWEST_FIRST.following(next(NEWEST_FIRST)).getCriteriaObject().toString())
        .contains("$lte=" + ITEM.at(), "$lt=" + ITEM.at(), "_id=Document{{$lt=" + ITEM.id());
  }

  @Test
  @DisplayName("needs no id where each key is unique")
  void unique() {
    assertThat(BY_NUMBER.following(next(BY_NUMBER)).getCriteriaObject().toString())
        .isEqualTo("Document{{number=Document{{$gt=7}}}}");
    assertThat(BY_NUMBER.sort().stream()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "YXQ", "YXQfMTIzHzEyMw", "YXQfeB8wMDAwMDAwMA"})
  @DisplayName("takes no cursor but its own")
  void foreign(String cursor) {
    assertThatThrownBy(() -> NEWEST_FIRST.following(cursor)).isInstanceOf(BadRequest.class);
    var ofAnother = next(new Keyset<>("other", Direction.DESC, Instant.class, Item::at, Item::id));
    assertThatThrownBy(() -> NEWEST_FIRST.following(ofAnother)).isInstanceOf(BadRequest.class);
  }

  private static String next(Keyset<Item> keyset) {
    return String.valueOf(keyset.page(List.of(ITEM, ITEM), 1).next());
  }
}
