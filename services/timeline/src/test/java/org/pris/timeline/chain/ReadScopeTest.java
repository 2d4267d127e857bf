package org.pris.timeline.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.contracts.Access;
import org.pris.contracts.Access.EstablishmentSide;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.contracts.Site;
import org.pris.platform.access.AccessRow;
import org.pris.platform.access.AccessRows.Seen;
import org.pris.timeline.Given;

@DisplayName("What of a timeline somebody reads")
class ReadScopeTest {

  static final Instant NOON = Given.NOON;
  static final Site FIRST = new Site("990000010", "990000002");
  static final Site JOINED = new Site("990000028", "990000036", NOON);
  static final Site JOINED_LATER = new Site("990000044", "990000036", NOON.plusSeconds(60));

  final Access access =
      new Access(
          List.of(FIRST, JOINED_LATER, JOINED), false, List.of(), EstablishmentSide.ALL, List.of());

  @Test
  @DisplayName("begins for an establishment where it joined the case")
  void joined() {
    assertThat(declarant("990000010").since()).isNull();
    assertThat(declarant("990000028").since()).isEqualTo(NOON);
    assertThat(declarant("990000044").since()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  @DisplayName("begins for a person of several where the first of them joined")
  void earliest() {
    assertThat(declarant("990000044", "990000028").since()).isEqualTo(NOON);
    assertThat(declarant("990000036").since()).as("a legal entity").isEqualTo(NOON);
    assertThat(declarant("990000044", "990000010").since()).isNull();
  }

  @Test
  @DisplayName("has no beginning for a responder, whatever establishment is theirs")
  void responder() {
    assertThat(scope(Set.of(Role.RESPONDER, Role.DECLARANT), "990000044"))
        .isEqualTo(new ReadScope(true, Set.of(), null));
  }

  @Test
  @DisplayName("is asked of the database, not sorted out afterwards")
  void query() {
    var late = where("caseId").is(1);
    declarant("990000028").narrow(late);
    var first = where("caseId").is(1);
    declarant("990000010").narrow(first);

    assertThat(late.getCriteriaObject().get("toldAt")).isEqualTo(new Document("$gte", NOON));
    assertThat(first.getCriteriaObject()).doesNotContainKey("toldAt");
  }

  private ReadScope declarant(String... establishments) {
    return scope(Set.of(Role.DECLARANT), establishments);
  }

  private ReadScope scope(Set<Role> roles, String... establishments) {
    var person = new Person("s", "someone", "", roles, Set.of(establishments));
    var row =
        new AccessRow(
            Given.TASK, 1, "PRIS-2026-000001", CaseStatus.RECEIVED, null, null, false, access);
    return ReadScope.of(new Seen(row, access.views(person)), person);
  }
}
