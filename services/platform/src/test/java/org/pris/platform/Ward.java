package org.pris.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Topics;
import org.pris.platform.outbox.Aggregate;
import org.pris.platform.outbox.ListenerOwned;
import org.pris.platform.outbox.Publishes;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** An aggregate to try the platform with. */
@Publishes(Topics.TIMELINE)
@Document("wards")
record Ward(
    @Id UUID id,
    long lock,
    long revision,
    String name,
    @Nullable String note,
    @Nullable Staff staff,
    @ListenerOwned @Nullable Beds beds)
    implements Aggregate {

  record Staff(int nurses, @Nullable String shift) {}

  record Beds(long revision, int free) {}

  static Ward of(UUID id, String name) {
    return new Ward(id, 0, 1, name, null, null, new Beds(0, 0));
  }

  Ward with(String name, @Nullable String note, int events) {
    return new Ward(id, lock, revision + events, name, note, staff, beds);
  }

  Ward withStaff(Staff staff) {
    return new Ward(id, lock, revision, name, note, staff, beds);
  }

  @Override
  public boolean exercise() {
    return false;
  }
}
