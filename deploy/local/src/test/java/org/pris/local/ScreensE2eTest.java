package org.pris.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.pris.local.Wording.fr;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.pris.local.Visitor.Device;
import tools.jackson.databind.JsonNode;

/**
 * Every screen, after the stories of the demo. With {@code -Dscreens=write} their pictures go to
 * {@code docs/screens}; without it nothing of the checkout changes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Every screen stands: no rule of accessibility broken, nothing wider than its device,")
class ScreensE2eTest {

  private static final boolean WRITE = "write".equals(System.getProperty("screens"));

  /** Where somebody goes, and what is there when the page is whole. */
  private record Screen(String name, String who, String path, Consumer<Visitor> whole) {}

  /** A person has few live boards at once: one responder for each device. */
  private static final Map<Device, String> RESPONDERS =
      new EnumMap<>(
          Map.of(Device.WIDE, "responder1", Device.PHONE, "responder2", Device.DARK, "lead1"));

  private final Map<String, Visitor> visitors = new TreeMap<>();

  /** What the endpoint is called that is made for its secret to be seen. */
  private static final String NEW_ENDPOINT = "Astreinte régionale, essai";

  private String axe = "";

  @BeforeAll
  void playTheStories() throws Exception {
    Demo.play(EndToEnd.stack(), _ -> {});
    axe =
        Files.readString(
            Home.thisProject().resolve("services/web/ui/node_modules/axe-core/axe.min.js"));
  }

  @AfterAll
  void leave() {
    visitors.values().forEach(Visitor::close);
    var admin = Account.of("admin1");
    admin
        .get("/api/webhooks?limit=200")
        .items()
        .valueStream()
        .filter(it -> it.path("description").asString().equals(NEW_ENDPOINT))
        .forEach(it -> admin.call("DELETE", "/api/webhooks/" + it.path("id").asString(), null));
  }

  @TestFactory
  @DisplayName("wide")
  Stream<DynamicTest> wide() {
    return screens().stream().map(it -> look(it, Device.WIDE));
  }

  @TestFactory
  @DisplayName("on a phone")
  Stream<DynamicTest> onAPhone() {
    return screens().stream().map(it -> look(it, Device.PHONE));
  }

  @TestFactory
  @DisplayName("in the dark")
  Stream<DynamicTest> inTheDark() {
    return screens().stream()
        .filter(it ->
            List.of("Board", "CaseOverview", "CaseTasks", "CaseReads", "SessionEnds")
                .contains(it.name()))
        .map(it -> look(it, Device.DARK));
  }

  @Test
  @DisplayName("and each page speaks English when it is asked to")
  void english() {
    var visitor = visitor("declarant1", Device.WIDE).open("/");
    visitor.main().getByText(fr("declare.home.title")).first().waitFor();
    Visitor.button(visitor.page().locator("header"), fr("app.frame.language")).click();
    visitor.main().getByText(Wording.en("declare.home.title")).first().waitFor();
    assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("en");
    visitor.open("/declare");
    visitor.main().getByText(Wording.en("declare.form.send")).first().waitFor();
    Visitor.button(visitor.page().locator("header"), Wording.en("app.frame.language")).click();
    visitor.main().getByText(fr("declare.form.send")).first().waitFor();
  }

  private List<Screen> screens() {
    var own = newest(Account.of("declarant1").get("/api/declarations?limit=200"));
    var theCase = busiest();
    var path = "/cases/" + theCase.path("reference").asString();
    var ownCase = "/cases/" + own.path("caseReference").asString();
    var declaration = "/declarations/" + own.path("id").asString();
    var screens = new ArrayList<Screen>();
    screens.add(screen("DeclarantHome", "declarant1", "/", "declare.home.own"));
    screens.add(screen("Declare", "declarant1", "/declare", "declare.form.send"));
    screens.add(screen("Sent", "declarant1", declaration, "declare.gesture.title"));
    screens.add(
        screen("Complement", "declarant1", declaration + "/complement", "declare.form.what"));
    screens.add(screen("CaseForDeclarant", "declarant1", ownCase, "own.sees"));
    screens.add(new Screen("Board", "", "/cases", ScreensE2eTest::liveBoard));
    screens.add(new Screen("BoardList", "", "/cases?view=list", ScreensE2eTest::liveBoard));
    screens.add(screen("BoardEnded", "", "/cases?view=ended", "board.ended"));
    screens.add(screen("CaseOverview", "", path, "case.tab.overview"));
    screens.add(screen("CaseTimeline", "", path + "/timeline", "case.tab.timeline"));
    screens.add(screen("CaseTasks", "", path + "/tasks", "case.tab.tasks"));
    screens.add(new Screen("CaseReads", "lead1", path + "/reads", ScreensE2eTest::reads));
    screens.add(screen("DeclareOnBehalf", "", "/declare", "declare.form.send.behalf"));
    screens.add(new Screen("QualifyDialog", "", "/cases", ScreensE2eTest::qualifying));
    screens.add(new Screen("KeyboardHelp", "", "/cases", ScreensE2eTest::help));
    screens.add(new Screen("SessionEnds", "declarant3", "/declare", ScreensE2eTest::sessionEnds));
    screens.add(screen("Webhooks", "admin1", "/webhooks", "webhooks.place"));
    screens.add(screen("WebhookLog", "admin1", "/webhooks?endpoint=" + endpoint(), "webhooks.log"));
    screens.add(new Screen("WebhookSecret", "admin1", "/webhooks", ScreensE2eTest::secret));
    screens.add(screen("NotFound", "", "/nowhere", "app.missing.title"));
    return screens;
  }

  private static Screen screen(String name, String who, String path, String whole) {
    return new Screen(name, who, path, it -> it.page().getByText(fr(whole)).first().waitFor());
  }

  private DynamicTest look(Screen screen, Device device) {
    var name = screen.name() + "-" + picture(device);
    return dynamicTest(
        name,
        () -> {
          var who = screen.who().isEmpty() ? responder(device) : screen.who();
          var visitor = visitor(who, device);
          visitor.open(screen.path());
          screen.whole().accept(visitor);
          visitor.page().waitForFunction(SETTLED);
          assertThat(violations(visitor.page())).isEmpty();
          assertThat((Integer) visitor.page().evaluate(TOO_WIDE)).as("pixels too wide").isZero();
          assertThat(visitor.wrong()).isEmpty();
          if (WRITE) {
            write(visitor.page(), name);
          }
        });
  }

  private static void liveBoard(Visitor visitor) {
    visitor.page().locator("[data-live=live]").waitFor();
    visitor.page().locator("[data-card], table a").first().waitFor();
  }

  private static void qualifying(Visitor visitor) {
    liveBoard(visitor);
    visitor.column("IN_TRIAGE").locator("[data-card]").first().focus();
    visitor.page().keyboard().press("q");
    visitor.dialog().getByText(fr("act.qualify.decision")).waitFor();
  }

  private static void reads(Visitor visitor) {
    visitor.main().locator("table tbody tr").first().waitFor();
  }

  private static void help(Visitor visitor) {
    liveBoard(visitor);
    visitor.page().keyboard().press("?");
    visitor.dialog().getByText(fr("board.keys.why")).waitFor();
  }

  /** Long after the page was opened, as far as its session knows. */
  private static void sessionEnds(Visitor visitor) {
    visitor.main().getByText(fr("declare.form.send")).waitFor();
    SessionsOf.account("declarant3").haveLeft(Duration.ofMinutes(4));
    visitor.page().waitForTimeout(2_500);
    visitor.page().evaluate(SessionEndE2eTest.ASK);
    visitor.page().getByText(Wording.beginning("app.session.soon")).waitFor();
  }

  /** Makes an endpoint, for its secret is seen only then. */
  private static void secret(Visitor visitor) {
    Visitor.button(visitor.main(), fr("webhooks.add")).click();
    visitor.dialog().getByLabel(fr("webhooks.form.name")).fill(NEW_ENDPOINT);
    visitor
        .dialog()
        .getByLabel(fr("webhooks.form.url"), new Locator.GetByLabelOptions().setExact(true))
        .fill(EndToEnd.stack().urls().receiver() + "/hook");
    Visitor.button(visitor.dialog(), fr("webhooks.form.create")).click();
    visitor.dialog().getByText(fr("webhooks.once")).waitFor();
  }

  private Visitor visitor(String username, Device device) {
    return visitors.computeIfAbsent(
        username + " " + device,
        _ -> {
          var visitor = Visitor.signedIn(username, device, "/");
          visitor.page().addInitScript(axe);
          return visitor;
        });
  }

  private static String responder(Device device) {
    return RESPONDERS.getOrDefault(device, "responder1");
  }

  private static String picture(Device device) {
    return switch (device) {
      case WIDE -> "wide-light";
      case PHONE -> "phone-light";
      case DARK -> "wide-dark";
    };
  }

  private static void write(Page page, String name) throws java.io.IOException {
    Path folder = Home.created(Home.thisProject().resolve("docs/screens"));
    var options =
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setAnimations(ScreenshotAnimations.DISABLED)
            .setPath(folder.resolve(name + ".png"));
    page.screenshot(options);
  }

  @SuppressWarnings("unchecked")
  private static List<String> violations(Page page) {
    return (List<String>) page.evaluate(AXE);
  }

  /** Nothing is being loaded any more, and the letters are there. */
  private static final String SETTLED =
      """
      () => document.fonts.status === "loaded"
        && ![...document.querySelectorAll("[role=status]")].some(
          (it) => it.textContent.trim() === "%s")
      """
          .formatted(fr("kit.loading"));

  private static final String TOO_WIDE =
      "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

  /** WCAG 2.2 A and AA, and what axe calls good practice. */
  private static final String AXE =
      """
      async () => (await axe.run(document)).violations.flatMap((rule) =>
        rule.nodes.map((node) => rule.id + ": " + node.target.join(" ") + " "
          + node.failureSummary.replaceAll("\\n", " ")))
      """;

  /** The own declaration that got furthest. */
  private static JsonNode newest(Reply list) {
    return list.items()
        .valueStream()
        .filter(it -> it.path("caseReference").isString())
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode busiest() {
    return Account.of("responder1")
        .get("/api/cases?status=ENGAGED&limit=200")
        .expect(200)
        .items()
        .valueStream()
        .max(java.util.Comparator.comparingInt(it -> it.at("/taskProgress/done").asInt()))
        .orElseThrow();
  }

  private static String endpoint() {
    return Account.of("admin1")
        .get("/api/webhooks")
        .items()
        .valueStream()
        .filter(it -> it.path("description").asString().toLowerCase(Locale.ROOT).contains("ars"))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asString();
  }
}
