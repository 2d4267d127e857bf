package org.pris.platform.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Person;
import org.pris.platform.Ids;
import org.pris.platform.Sha256;
import org.pris.platform.problem.BadRequest;
import org.pris.platform.problem.Invalid;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a creating POST is to create: the id follows from who, where and the {@code
 * Idempotency-Key}, so the insert itself is the check for a repeat.
 *
 * @param digest of the body, kept beside what was created
 */
public record IdempotencyKey(UUID id, String digest) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST_KEY = 200;

  public static IdempotencyKey of(Person person, String path, @Nullable String key, Object body) {
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
      throw new BadRequest("Idempotency-Key", "must have 1 to " + LONGEST_KEY + " characters");
    }
    var id = key == null ? UUID.randomUUID() : Ids.of(person.subject(), path, key);
    return new IdempotencyKey(id, digest(body));
  }

  /** Refuses a key that was used for another body. */
  public void check(String stored) {
    if (!digest.equals(stored)) {
      throw new Invalid("Idempotency-Key", "was used for another body");
    }
  }

  private static String digest(Object body) {
    return Sha256.hex(JSON.writeValueAsString(body));
  }
}
