package org.pris.bench.load;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.pris.local.Stack;

/**
 * Many cases from few: documents that triage wrote itself, copied through the driver with an id, a
 * reference and moments of their own. Only triage's database gets them: what it lists is its own.
 */
record Copies(Stack stack) {

  private static final int BATCH = 500;
  private static final long MONTH = 30L * 24 * 3_600 * 1_000;

  /** Until there are so many cases. */
  void fillUpTo(int many) {
    try (var client =
        MongoClients.create(stack.mongoUri("triage") + "&uuidRepresentation=standard")) {
      var cases = client.getDatabase("pris_local_triage").getCollection("cases");
      var originals = cases.find().limit(20).into(new ArrayList<>());
      var there = cases.countDocuments();
      var random = new Random(many);
      for (var i = there; i < many; i += BATCH) {
        var copies = new ArrayList<Document>();
        for (var j = i; j < Math.min(many, i + BATCH); j++) {
          var original = originals.get((int) (j % originals.size()));
          copies.add(copy(original, j, random.nextLong(MONTH)));
        }
        cases.insertMany(copies, new InsertManyOptions().ordered(false));
      }
    }
  }

  static Document copy(Document original, long number, long earlier) {
    var reference = original.getString("reference");
    var anew =
        reference.substring(0, reference.lastIndexOf('-')) + "-%06d".formatted(900_000 - number);
    return (Document)
        changed(new Document(original).append("_id", UUID.randomUUID()), reference, anew, earlier);
  }

  @SuppressWarnings("JavaUtilDate") // the driver's own for a moment
  private static Object changed(Object value, String reference, String anew, long earlier) {
    return switch (value) {
      case Document it -> {
        var copy = new Document();
        it.forEach((key, member) -> copy.put(key, changedOrNull(member, reference, anew, earlier)));
        yield copy;
      }
      case List<?> it ->
          it.stream().map(member -> changed(member, reference, anew, earlier)).toList();
      case Date it -> Date.from(Instant.ofEpochMilli(it.getTime() - earlier));
      case String it when it.length() == 17 && it.chars().allMatch(Character::isDigit) ->
          // a rank: two digits of weight, then the moment of the nearest clock
          it.substring(0, 2) + "%015d".formatted(Long.parseLong(it.substring(2)) - earlier);
      case String it -> it.replace(reference, anew);
      default -> value;
    };
  }

  private static @org.jspecify.annotations.Nullable Object changedOrNull(
      @org.jspecify.annotations.Nullable Object value,
      String reference,
      String anew,
      long earlier) {
    return value == null ? null : changed(value, reference, anew, earlier);
  }
}
