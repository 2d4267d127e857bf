package org.pris.local.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.local.client.Wording.fr;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.pris.local.client.Account;
import org.pris.local.client.Agency;
import org.pris.local.client.Canary;
import org.pris.local.client.Chain;
import org.pris.local.client.TheCase;
import org.pris.local.client.Visitor;
import org.pris.local.client.Wording;
import tools.jackson.databind.json.JsonMapper;

/** One case, from a phone in a hospital to its end; each test goes on where the last one was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("From declaration to closure:")
class DeclarationToClosureE2eTest {

  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  @RegisterExtension static final Steps STEPS = new Steps(5);

  static Participants people;

  private TheCase theCase = new TheCase("", "");

  @BeforeAll
  static void signIn(@TempDir Path folder) throws IOException {
    people = Participants.signedIn(folder);
  }

  @AfterAll
  static void end() {
    people.close();
  }

  @Test
  @Order(1)
  @DisplayName("what is declared on a phone is a card on the board within two seconds, by itself")
  void declared(TestReporter reporter) {
    var phone = people.declarant();
    var board = people.responder();
    var firstSeen = FirstSeen.on(board);
    var answer = FilledIn.declaration(phone);
    var declaration = JsonMapper.shared().readTree(answer.text());
    theCase = TheCase.of(declaration);
    board.card(theCase).waitFor();
    var took = firstSeen.after(answer, theCase);
    reporter.publishEntry("from the 201 to the card, ms", Long.toString(took.toMillis()));
    assertThat(took).as("from the 201 to the card: %d ms", took.toMillis()).isLessThan(AT_ONCE);
    phone.main().getByText(declaration.path("reference").asString()).first().waitFor();
  }

  @Test
  @Order(2)
  @DisplayName("a responder takes it and qualifies it")
  void triaged() {
    var responder = people.responder();
    responder.act(theCase, "t");
    responder.send(fr("act.take.send"));
    responder.column("IN_TRIAGE").locator(responder.card(theCase)).waitFor();

    FilledIn.qualification(responder.act(theCase, "q"));
    responder.send("Qualifier en incident majeur");
    responder.column("QUALIFIED").locator(responder.card(theCase)).waitFor();
    theCase.expectStatus("QUALIFIED");
  }

  @Test
  @Order(3)
  @DisplayName("engaging is the lead's: another is refused, and reads why")
  void engaged() {
    var fields = "\"lead\": \"lead1\", \"agreement\": \"CONV\"";
    for (var other : List.of("responder1", "declarant2", "ars1")) {
      theCase.ask(Account.of(other), "engage", fields, 3).expect(403);
    }
    theCase.ask(Account.of("declarant1"), "engage", fields, 3).expect(404);

    var lead = people.lead();
    lead.act(theCase, "e");
    FilledIn.engagement(lead);
    lead.send(fr("act.engage.send"));
    lead.column("ENGAGED").locator(lead.card(theCase)).waitFor();
    var responder = people.responder();
    responder.column("ENGAGED").locator(responder.card(theCase)).waitFor();

    // what a responder may not do is locked, with the reason beside it
    var refused = responder.act(theCase, "m");
    assertThat(refused.getByText(Wording.beginning("reason.ROLE_NEEDED"))).isVisible();
    assertThat(Visitor.button(refused, fr("act.monitor.send"))).isDisabled();
    responder.page().keyboard().press("Escape");
  }

  @Test
  @Order(4)
  @DisplayName("monitoring is refused while mandatory tasks are open, and goes once they are done")
  void worked() {
    var lead = people.lead();
    theCase.tasks("ransomware");
    var refused = lead.act(theCase, "m");
    assertThat(refused.getByText(fr("act.waivable"))).isVisible();
    lead.page().keyboard().press("Escape");
    assertThat(theCase.ask(Account.of("lead1"), "monitor", "").expect(409).reasons())
        .contains("MANDATORY_TASKS_OPEN");

    theCase.finishTasks("ransomware");
    lead.act(theCase, "m");
    lead.send(fr("act.monitor.send"));
    lead.column("MONITORING").locator(lead.card(theCase)).waitFor();
  }

  @Test
  @Order(5)
  @DisplayName("the report waits for care, and closing for every legal clock")
  void closed() {
    var lead = people.lead();
    FilledIn.text(lead.act(theCase, "r"), "act.report.waiver", Canary.text("dispense"));
    lead.send(fr("act.report.send"));
    lead.column("REPORTING").locator(lead.card(theCase)).waitFor();

    var asked = theCase.ask(Account.of("lead1"), "close", "\"rootCause\": \"UNKNOWN\"");
    assertThat(asked.expect(409).reasons())
        .contains("LEGAL_DEADLINE_OPEN", "LESSONS_OR_REFUSAL_NEEDED");
    var refused = lead.act(theCase, "c");
    assertThat(Visitor.button(refused, fr("act.close.send"))).isDisabled();
    lead.page().keyboard().press("Escape");

    theCase.settleDeadlines("lead1");
    FilledIn.closure(lead.act(theCase, "c"));
    lead.send(fr("act.close.send"));
    assertThat(lead.card(theCase)).isHidden();
    assertThat(people.responder().card(theCase)).isHidden();
    theCase.expectStatus("CLOSED");
  }

  @Test
  @Order(6)
  @DisplayName("the establishment follows it on the phone, in words")
  void followed() {
    var phone = people.declarant().open("/cases/" + theCase.reference());
    phone.main().getByText(fr("own.state.CLOSED")).first().waitFor();
    assertThat(phone.main()).containsText(theCase.reference());
  }

  @Test
  @Order(7)
  @DisplayName("the agency was told each step, rightly signed, in order and without a gap")
  void told() {
    var receipts = people.agency().about(theCase, "case.closed.v1");
    assertThat(receipts).allMatch(it -> it.path("signed").asBoolean());
    var sequences =
        receipts.stream().map(it -> it.at("/body/data/sequence").asInt()).distinct().toList();
    assertThat(sequences).isEqualTo(IntStream.rangeClosed(1, sequences.size()).boxed().toList());
    assertThat(Agency.types(receipts))
        .containsSubsequence(
            "case.opened.v1",
            "case.taken.v1",
            "case.qualified.v1",
            "case.engaged.v1",
            "case.monitored.v1",
            "case.reported.v1",
            "case.closed.v1");
  }

  @Test
  @Order(8)
  @DisplayName("its timeline verifies with code that shares nothing with the service")
  void chained() {
    theCase.entry("case.closed.v1");
    assertThat(Chain.faults(theCase.entries(Account.of("lead1")))).isEmpty();
  }

  @Test
  @Order(9)
  @DisplayName("no page complained meanwhile")
  void quiet() {
    assertThat(people.visitors()).flatExtracting(Visitor::wrong).isEmpty();
  }
}
