package org.pris.intake.establishment;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Person;
import org.pris.contracts.RegulatoryProfile;
import org.pris.platform.SearchText;
import org.pris.platform.outbox.Aggregates;
import org.pris.platform.problem.BadRequest;
import org.pris.platform.problem.FieldProblem;
import org.pris.platform.web.Keyset;
import org.pris.platform.web.Page;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** The establishments that PRIS knows. */
@Service
public class Registry {

  /** What is asked of the list; {@code own} asks for the caller's establishments alone. */
  record Search(
      @Nullable String q, @Nullable String department, boolean own, @Nullable String after) {}

  private static final Keyset<RegistryEntry> BY_NAME =
      Keyset.unique("sortKey", Sort.Direction.ASC, String.class, RegistryEntry::sortKey);

  private static final int WORDS = 8;
  private static final int STEP = 200;

  private final Aggregates aggregates;
  private final MongoOperations mongo;

  Registry(Aggregates aggregates, MongoOperations mongo) {
    this.aggregates = aggregates;
    this.mongo = mongo;
    var indexes = mongo.indexOps(RegistryEntry.class);
    indexes.createIndex(BY_NAME.indexed(new Index()));
    indexes.createIndex(BY_NAME.indexed(new Index("line.department", Sort.Direction.ASC)));
    indexes.createIndex(new Index("words", Sort.Direction.ASC));
    indexes.createIndex(new Index("line.finess", Sort.Direction.ASC)); // one's own: either of both
    indexes.createIndex(new Index("line.legalEntity", Sort.Direction.ASC));
  }

  Optional<RegistryLine> find(String finess) {
    return aggregates.find(RegistryEntry.class, RegistryEntry.id(finess)).map(RegistryEntry::line);
  }

  /**
   * The establishment of a number as it was written.
   *
   * @param problems gets what is wrong with the number itself; one that the registry knows is right
   * @return empty where it is wrong or unknown
   */
  public Optional<RegistryLine> named(@Nullable String written, List<FieldProblem> problems) {
    if (written == null || written.isBlank()) {
      problems.add(new FieldProblem("establishment", "is required"));
      return Optional.empty();
    }
    var finess = Finess.read(written);
    var known = finess.flatMap(it -> find(it.value()));
    if (finess.isEmpty()) {
      problems.add(new FieldProblem("establishment", "must be a FINESS number: nine characters"));
    } else if (known.isEmpty() && finess.get().key() == Finess.Key.WRONG) {
      problems.add(new FieldProblem("establishment", "has a wrong check digit: mistyped?"));
    }
    return known;
  }

  /** What decides on the legal clocks of an establishment, as the registry has it now. */
  public RegulatoryProfile profile(String finess) {
    return find(finess).map(RegistryLine::profile).orElse(RegulatoryProfile.UNKNOWN);
  }

  /** Whether the number is a legal entity's: it declares for one of its sites. */
  public boolean isLegalEntity(String finess) {
    return mongo.exists(Query.query(where("line.legalEntity").is(finess)), RegistryEntry.class);
  }

  void register(RegistryLine line) {
    var id = RegistryEntry.id(line.finess());
    if (aggregates.find(RegistryEntry.class, id).isEmpty()) {
      try {
        aggregates.insert(RegistryEntry.registered(line));
        return;
      } catch (DuplicateKeyException _) {
        // another instance was first, perhaps with another file
      }
    }
    aggregates.update(RegistryEntry.class, id, it -> it.corrected(line));
  }

  /**
   * Tells of every establishment again, as it is: what was told once is gone from the topic after
   * its retention. A walk that is cut off is begun again, and harms nobody who heard it.
   *
   * @return how many
   */
  int tellAgain() {
    var told = 0;
    var last = "";
    List<RegistryEntry> some;
    do {
      var following = Query.query(where("sortKey").gt(last));
      some = mongo.find(following.with(Sort.by("sortKey")).limit(STEP), RegistryEntry.class);
      for (var entry : some) {
        aggregates.update(RegistryEntry.class, entry.id(), RegistryEntry::again);
        last = entry.sortKey();
      }
      told += some.size();
    } while (some.size() == STEP);
    return told;
  }

  Page<RegistryLine> list(Search search, int limit, Person person) {
    List<Criteria> all = new ArrayList<>();
    asked(search.q()).ifPresent(all::add);
    if (search.department() != null) {
      all.add(where("line.department").is(search.department()));
    }
    if (search.own()) {
      var own = person.establishments();
      all.add(
          new Criteria()
              .orOperator(where("line.finess").in(own), where("line.legalEntity").in(own)));
    }
    if (search.after() != null) {
      all.add(BY_NAME.following(search.after()));
    }
    var query = all.isEmpty() ? new Query() : Query.query(new Criteria().andOperator(all));
    var found = mongo.find(query.with(BY_NAME.sort()).limit(limit + 1), RegistryEntry.class);
    return BY_NAME.page(found, limit).map(RegistryEntry::line);
  }

  /** What has, for one reading of the question, words that begin with each of its words. */
  private static Optional<Criteria> asked(@Nullable String q) {
    var readings = q == null ? List.<List<String>>of() : SearchText.readings(q);
    if (readings.stream().anyMatch(it -> it.size() > WORDS)) {
      throw new BadRequest("q", "must have at most " + WORDS + " words");
    }
    var any =
        readings.stream()
            .map(words -> words.stream().map(Registry::begins).toList())
            .map(it -> new Criteria().andOperator(it))
            .toList();
    return any.isEmpty() ? Optional.empty() : Optional.of(new Criteria().orOperator(any));
  }

  private static Criteria begins(String word) {
    return where("words").regex(Pattern.compile("^" + Pattern.quote(word)));
  }
}
