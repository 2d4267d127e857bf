package org.pris.local.access;

import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.pris.local.client.Account;
import org.pris.local.client.Canary;
import org.pris.local.client.Declared;
import org.pris.local.client.TheCase;

/**
 * One case for each way in which a caller stands to it. Seen from the establishment 990000010, its
 * declarant and its machine, and by responders and a lead who are none of the restricted one's
 * people.
 *
 * @param task one that the establishment is asked
 */
record Quartet(Relation relation, TheCase theCase, String establishment, String task) {

  enum Relation {
    /** declared by the establishment's machine */
    OWN,
    /** another establishment's */
    FOREIGN,
    /** declared by the establishment's machine, then restricted to people who are none of these */
    RESTRICTED,
    /** another's, which the establishment is affected by as well */
    SECOND
  }

  static List<Quartet> all() {
    var own = declared(Account.machine("soc-990000010"), Declared.NORD_BEAUJOUR, "API");
    var restricted = declared(Account.machine("soc-990000010"), Declared.NORD_BEAUJOUR, "API");
    var foreign = TheCase.declared("declarant2", Declared.VAL_BRISE);
    var second = TheCase.declared("declarant2", Declared.VAL_BRISE);
    List.of(own, restricted, foreign, second).forEach(it -> it.move("responder1", "take", ""));
    second.edit(
        "responder1",
        "affected",
        "\"establishment\": \"%s\", \"since\": \"%s\""
            .formatted(Declared.NORD_BEAUJOUR, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    var all =
        List.of(
            of(Relation.OWN, own, Declared.NORD_BEAUJOUR),
            of(Relation.FOREIGN, foreign, Declared.VAL_BRISE),
            of(Relation.RESTRICTED, restricted, Declared.NORD_BEAUJOUR),
            of(Relation.SECOND, second, Declared.VAL_BRISE));
    Account.of("lead2").get("/api/people").expect(200); // who never called cannot lead
    restricted.edit("responder1", "assignees", "\"people\": [\"responder1\"], \"lead\": \"lead2\"");
    restricted.edit(
        "lead1",
        "access",
        """
        "restricted": true, "people": ["responder1", "lead2"], "establishmentSide": "NONE", \
        "establishmentPeople": [], "reason": "%s"\
        """
            .formatted(Canary.text("restriction")));
    everyServiceHasHeard(second, 200, Account.of("declarant1"));
    everyServiceHasHeard(restricted, 404, Account.of("responder2"));
    everyServiceHasHeard(restricted, 404, Account.of("declarant1"));
    return all;
  }

  private static TheCase declared(Account by, String establishment, String channel) {
    var body = Declared.body(establishment).replace("PORTAL", channel);
    return TheCase.of(by.post("/api/declarations", body).expect(201).json());
  }

  private static Quartet of(Relation relation, TheCase theCase, String establishment) {
    theCase.entry("case.taken.v1");
    var task =
        theCase.tasks("first-hour").stream()
            .filter(it -> it.path("audience").asString().equals("ESTABLISHMENT"))
            .findFirst()
            .orElseThrow();
    return new Quartet(relation, theCase, establishment, task.path("id").asString());
  }

  private static void everyServiceHasHeard(TheCase theCase, int status, Account reader) {
    var path = "/api/cases/" + theCase.id();
    await()
        .atMost(TheCase.PATIENCE)
        .until(() ->
            reader.get(path + "/tasks").status() == status
                && reader.get(path + "/timeline").status() == status
                && (status == 200
                    || reader.get("/api/declarations/" + theCase.id()).status() == status));
  }
}
