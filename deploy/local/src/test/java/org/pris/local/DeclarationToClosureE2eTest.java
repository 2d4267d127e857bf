package org.pris.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.pris.local.Wording.fr;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * One case, from a telephone in a hospital to its end; each test goes on where the last one was.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("From declaration to closure:")
class DeclarationToClosureE2eTest {

  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  @TempDir static Path folder;

  private @Nullable Agency agency;

  private @Nullable Visitor declarant;

  private @Nullable Visitor responder;

  private @Nullable Visitor lead;

  /** The last step that moves the case; what follows looks at it. */
  private static final int LAST = 5;

  private int reached;

  private TheCase theCase = new TheCase("", "");

  @BeforeAll
  void signIn() throws IOException {
    agency = Agency.subscribed(folder);
    responder = Visitor.signedIn("responder1", Visitor.Device.WIDE, "/cases");
    lead = Visitor.signedIn("lead1", Visitor.Device.WIDE, "/cases");
    declarant = Visitor.signedIn("declarant2", Visitor.Device.PHONE, "/");
  }

  /** Where a step failed there is nothing to go on with. */
  @BeforeEach
  void goOn(TestInfo test) {
    var order = test.getTestMethod().orElseThrow().getAnnotation(Order.class).value();
    assumeThat(reached).isGreaterThanOrEqualTo(Math.min(order - 1, LAST));
  }

  @AfterAll
  void end() {
    agency().unsubscribe();
    for (var visitor : List.of(declarant(), responder(), lead())) {
      visitor.close();
    }
  }

  @Test
  @Order(1)
  @DisplayName("what is declared on a phone is a card on the board within two seconds, by itself")
  void declared(TestReporter reporter) {
    responder().page().evaluate(NOTE_CARDS);
    var phone = declarant();
    phone.main().getByText(fr("declare.home.declare")).first().click();
    phone.choose("declare.form.what", "declare.form.what.files");
    phone.main().locator("#description").fill(Canary.text("description, postes chiffrés"));
    phone.choose("declare.form.since", "declare.form.since.now");
    phone.main().locator("#name").fill(Canary.text("nom"));
    phone.main().locator("#phone").fill(Canary.PHONE);
    var answer =
        phone
            .page()
            .waitForResponse(
                it ->
                    it.url().endsWith("/api/declarations") && it.request().method().equals("POST"),
                () -> Visitor.button(phone.main(), fr("declare.form.send")).click());
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    var timing = answer.request().timing();
    var accepted = timing.startTime + timing.responseStart;

    theCase = TheCase.of(json(answer.text()));
    responder().card(theCase).waitFor();
    var seen = (Number) responder().page().evaluate("id => window.cardsSeen[id]", theCase.id());
    var took = Duration.ofMillis(Math.round(seen.doubleValue() - accepted));
    reporter.publishEntry("from the 201 to the card, ms", Long.toString(took.toMillis()));
    assertThat(took).as("from the 201 to the card: %d ms", took.toMillis()).isLessThan(AT_ONCE);
    phone.main().getByText(json(answer.text()).path("reference").asString()).first().waitFor();
    reached = 1;
  }

  @Test
  @Order(2)
  @DisplayName("a responder takes it and qualifies it")
  void triaged() {
    responder().act(theCase, "t");
    responder().send(fr("act.take.send"));
    responder().column("IN_TRIAGE").locator(responder().card(theCase)).waitFor();

    var dialog = responder().act(theCase, "q");
    answer(dialog, "scope", "EXTENDED");
    answer(dialog, "impact", "HIGH");
    answer(dialog, "urgency", "LOW");
    Visitor.answer(dialog, fr("act.qualify.decision"), fr("kit.severity.MAJOR")).click();
    Visitor.answer(dialog, fr("act.qualify.trend"), fr("kit.trend.STABLE")).click();
    answer(dialog, "origin", "MALICIOUS");
    Visitor.answer(dialog, fr("act.qualify.personalData"), fr("act.unknown")).click();
    answer(dialog, "patientHarm", "POTENTIAL");
    answer(dialog, "careMode", "DEGRADED");
    Visitor.answer(dialog, fr("act.qualify._region"), fr("kit.tri.NO")).click();
    Visitor.answer(dialog, fr("act.qualify._others"), fr("kit.tri.NO")).click();
    responder().send("Qualifier en incident majeur");
    responder().column("QUALIFIED").locator(responder().card(theCase)).waitFor();
    theCase.expectStatus("QUALIFIED");
    reached = 2;
  }

  @Test
  @Order(3)
  @DisplayName("engaging is the lead's: another is refused, and reads why")
  void engaged() {
    var id = theCase.id();
    var body =
        "{\"action\": \"engage\", \"version\": 3, \"lead\": \"lead1\", \"agreement\": \"CONV\"}";
    Account.of("responder1").post("/api/cases/" + id + "/transitions", body).expect(403);
    Account.of("declarant2").post("/api/cases/" + id + "/transitions", body).expect(403);
    Account.of("ars1").post("/api/cases/" + id + "/transitions", body).expect(403);
    Account.of("declarant1").post("/api/cases/" + id + "/transitions", body).expect(404);

    var dialog = lead().act(theCase, "e");
    dialog
        .getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(fr("act.engage.lead")))
        .fill("lead1");
    lead().page().keyboard().press("Escape");
    lead().dialog().waitFor();
    Visitor.answer(dialog, fr("act.engage._ground"), fr("act.engage._ground.agreement")).click();
    dialog.getByLabel(fr("act.engage.agreement"), exactly()).fill("CONV-2026-17");
    lead().send(fr("act.engage.send"));
    lead().column("ENGAGED").locator(lead().card(theCase)).waitFor();
    responder().column("ENGAGED").locator(responder().card(theCase)).waitFor();

    // what a responder may not do is locked, with the reason beside it
    var refused = responder().act(theCase, "m");
    assertThat(refused.getByText(Wording.beginning("reason.ROLE_NEEDED"))).isVisible();
    assertThat(Visitor.button(refused, fr("act.monitor.send"))).isDisabled();
    responder().page().keyboard().press("Escape");
    reached = 3;
  }

  @Test
  @Order(4)
  @DisplayName("monitoring is refused while mandatory tasks are open, and goes once they are done")
  void worked() {
    theCase.tasks("ransomware");
    var refused = lead().act(theCase, "m");
    assertThat(refused.getByText(fr("act.waivable"))).isVisible();
    lead().page().keyboard().press("Escape");
    assertThat(theCase.ask(Account.of("lead1"), "monitor", "").expect(409).reasons())
        .contains("MANDATORY_TASKS_OPEN");

    theCase.finishTasks("ransomware");
    Awaitility.await()
        .atMost(TheCase.PATIENCE)
        .until(() -> theCase.seen().path("openMandatoryTasks").asInt() == 0);
    lead().act(theCase, "m");
    lead().send(fr("act.monitor.send"));
    lead().column("MONITORING").locator(lead().card(theCase)).waitFor();
    reached = 4;
  }

  @Test
  @Order(5)
  @DisplayName("the report waits for care, and closing for every legal clock")
  void closed() {
    var waived = lead().act(theCase, "r");
    waived.getByLabel(fr("act.report.waiver"), exactly()).fill(Canary.text("dispense"));
    lead().send(fr("act.report.send"));
    lead().column("REPORTING").locator(lead().card(theCase)).waitFor();

    assertThat(
            theCase
                .ask(Account.of("lead1"), "close", "\"rootCause\": \"UNKNOWN\"")
                .expect(409)
                .reasons())
        .contains("LEGAL_DEADLINE_OPEN", "LESSONS_OR_REFUSAL_NEEDED");
    var refused = lead().act(theCase, "c");
    assertThat(Visitor.button(refused, fr("act.close.send"))).isDisabled();
    lead().page().keyboard().press("Escape");

    theCase.settleDeadlines("lead1");
    var dialog = lead().act(theCase, "c");
    Visitor.answer(dialog, fr("act.close.rootCause"), fr("act.close.rootCause.MALICIOUS_ACTION"))
        .click();
    Visitor.answer(dialog, fr("act.close._lessons"), fr("act.close._lessons.given")).click();
    dialog.getByLabel(fr("act.close.lessons"), exactly()).fill(Canary.text("leçons"));
    lead().send(fr("act.close.send"));
    assertThat(lead().card(theCase)).isHidden();
    assertThat(responder().card(theCase)).isHidden();
    theCase.expectStatus("CLOSED");
    reached = 5;
  }

  @Test
  @Order(6)
  @DisplayName("the establishment follows it on the phone, in words")
  void followed() {
    declarant().open("/cases/" + theCase.reference());
    declarant().main().getByText(fr("own.state.CLOSED")).first().waitFor();
    assertThat(declarant().main()).containsText(theCase.reference());
  }

  @Test
  @Order(7)
  @DisplayName("the agency was told each step, rightly signed, in order and without a gap")
  void told() {
    var receipts =
        agency()
            .about(
                theCase,
                all ->
                    all.stream()
                        .anyMatch(it -> it.at("/body/type").asString("").equals("case.closed.v1")));
    assertThat(receipts).allMatch(it -> it.path("signed").asBoolean());
    var sequences =
        receipts.stream().map(it -> it.at("/body/data/sequence").asInt()).distinct().toList();
    assertThat(sequences).isEqualTo(IntStream.rangeClosed(1, sequences.size()).boxed().toList());
    assertThat(receipts.stream().map(it -> it.at("/body/type").asString("")).distinct())
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
  @DisplayName("a text that the lead has redacted is gone for everybody, and the chain still holds")
  void redacted() {
    var lead = Account.of("lead1");
    var secret = Canary.text("ligne à retirer");
    var note =
        lead.post(
                "/api/cases/" + theCase.id() + "/timeline",
                "{\"kind\": \"FACT\", \"audience\": \"ESTABLISHMENT\", \"text\": \"%s\"}"
                    .formatted(secret))
            .expect(201)
            .json();
    var path = "/api/cases/" + theCase.id() + "/timeline/" + note.path("seq").asLong();
    var order = "{\"members\": [\"text\"], \"reason\": \"Erreur\", \"orderedBy\": \"DPO\"}";
    Account.of("responder1").post(path + "/redactions", order).expect(403);
    lead.post(path + "/redactions", order).expect(201);

    for (var reader : List.of("lead1", "responder1", "declarant2")) {
      assertThat(theCase.entries(Account.of(reader)).toString()).doesNotContain(secret);
    }
    assertThat(lead.get(path).json().path("text").isNull()).isTrue();
    assertThat(Chain.faults(theCase.entries(lead))).isEmpty();
    var verification = lead.get("/api/cases/" + theCase.id() + "/timeline/verification").json();
    assertThat(verification.path("valid").asBoolean()).isTrue();
    assertThat(verification.path("redacted").asInt()).isEqualTo(1);
  }

  @Test
  @Order(10)
  @DisplayName("no page complained meanwhile")
  void quiet() {
    for (var visitor : List.of(declarant(), responder(), lead())) {
      assertThat(visitor.wrong()).isEmpty();
    }
  }

  /** Notes when each card is there for the first time. */
  private static final String NOTE_CARDS =
      """
      () => {
        window.cardsSeen = {};
        const note = () => document.querySelectorAll("[data-card]").forEach((card) => {
          window.cardsSeen[card.dataset.card] ??= Date.now();
        });
        new MutationObserver(note).observe(document.body, { childList: true, subtree: true });
        note();
      }
      """;

  private static void answer(Locator dialog, String question, String answer) {
    var words = fr("act.qualify." + question + "." + answer);
    Visitor.answer(dialog, fr("act.qualify." + question), words).click();
  }

  private static Locator.GetByLabelOptions exactly() {
    return new Locator.GetByLabelOptions().setExact(true);
  }

  private static JsonNode json(String text) {
    return tools.jackson.databind.json.JsonMapper.shared().readTree(text);
  }

  private Agency agency() {
    return Objects.requireNonNull(agency);
  }

  private Visitor declarant() {
    return Objects.requireNonNull(declarant);
  }

  private Visitor responder() {
    return Objects.requireNonNull(responder);
  }

  private Visitor lead() {
    return Objects.requireNonNull(lead);
  }
}
