package org.pris.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Access;
import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.Access.View;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.contracts.Site;
import org.pris.platform.testing.Servers;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

@DisplayName("Who may see a case")
class AccessCriteriaTest {

  private static final long SEED = 20261124;

  private static final List<EstablishmentSide> SIDES = List.of(EstablishmentSide.values());
  private static final List<Role> ROLES = List.of(Role.values());

  private final Random random = new Random(SEED);

  @Test
  @DisplayName("is answered by the query as by the function, for any person and any access")
  void agree() {
    var uri =
        Servers.mongo("access_criteria")
            .replace("/access_criteria?", "/access_criteria?uuidRepresentation=standard&");
    var mongo = new MongoTemplate(new SimpleMongoClientDatabaseFactory(uri));
    List<AccessRow> rows =
        IntStream.range(0, 300)
            .mapToObj(it ->
                new AccessRow(
                    UUID.randomUUID(),
                    1,
                    "PRIS-" + it,
                    CaseStatus.RECEIVED,
                    null,
                    null,
                    false,
                    access()))
            .toList();
    rows.forEach(mongo::insert);

    for (var i = 0; i < 200; i++) {
      var person = person();
      var responder = AccessCriteria.responder(person, "access");
      if (person.isAny(Role.RESPONDER, Role.LEAD)) {
        assertThat(found(mongo, responder))
            .as(of(person))
            .isEqualTo(seen(rows, person, View.RESPONDER));
      }
      var establishment = AccessCriteria.establishment(person, "access");
      if (person.is(Role.DECLARANT)) {
        assertThat(found(mongo, establishment))
            .as(of(person))
            .isEqualTo(seen(rows, person, View.ESTABLISHMENT));
      }
    }
  }

  private static String of(Person person) {
    return "seed " + SEED + ", " + person.roles();
  }

  private static Set<UUID> found(MongoTemplate mongo, Criteria which) {
    return mongo.find(new Query(which), AccessRow.class).stream()
        .map(AccessRow::id)
        .collect(Collectors.toSet());
  }

  private static Set<UUID> seen(List<AccessRow> rows, Person person, View view) {
    return rows.stream()
        .filter(it -> it.access().permits(person, view))
        .map(AccessRow::id)
        .collect(Collectors.toSet());
  }

  private Access access() {
    return new Access(
        some(3, it -> new Site("site" + it, "entity" + it % 2)),
        random.nextInt(3) == 0,
        some(3, it -> "person" + it),
        SIDES.get(random.nextInt(3)),
        some(3, it -> "person" + it));
  }

  private Person person() {
    var roles = Set.copyOf(some(6, ROLES::get));
    var own = some(4, it -> random.nextBoolean() ? "site" + it : "entity" + it % 2);
    return new Person("person" + random.nextInt(4), "person0", "", roles, Set.copyOf(own));
  }

  private <T> List<T> some(int many, IntFunction<T> of) {
    return IntStream.range(0, many).filter(_ -> random.nextInt(3) == 0).mapToObj(of).toList();
  }
}
