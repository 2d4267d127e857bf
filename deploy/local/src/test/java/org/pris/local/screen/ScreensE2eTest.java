package org.pris.local.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.pris.local.client.Wording.fr;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.pris.local.Demo;
import org.pris.local.client.Account;
import org.pris.local.client.EndToEnd;
import org.pris.local.client.Visitor;
import org.pris.local.client.Visitor.Device;
import org.pris.local.client.Wording;
import org.pris.local.process.Folders;

/**
 * Every screen, after the stories of the demo. With {@code -Dscreens=write} their pictures go to
 * {@code docs/screens}; without it nothing of the checkout changes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Every screen stands: no rule of accessibility broken, nothing wider than its device,")
class ScreensE2eTest {

  private static final boolean WRITE = "write".equals(System.getProperty("screens"));

  /** A person has few live boards at once: one responder for each device. */
  private static final Map<Device, String> RESPONDERS =
      new EnumMap<>(
          Map.of(Device.WIDE, "responder1", Device.PHONE, "responder2", Device.DARK, "lead1"));

  private final Map<String, Visitor> visitors = new TreeMap<>();

  @BeforeAll
  void playTheStories() {
    Demo.play(EndToEnd.stack(), _ -> {});
  }

  @AfterAll
  void leave() {
    visitors.values().forEach(Visitor::close);
    var admin = Account.of("admin1");
    admin
        .get("/api/webhooks?limit=200")
        .items()
        .valueStream()
        .filter(it -> it.path("description").asString().equals(Opened.NEW_ENDPOINT))
        .forEach(it -> admin.call("DELETE", "/api/webhooks/" + it.path("id").asString(), null));
  }

  @TestFactory
  @DisplayName("wide")
  Stream<DynamicTest> wide() {
    return Screens.all().stream().map(it -> look(it, Device.WIDE));
  }

  @TestFactory
  @DisplayName("on a phone")
  Stream<DynamicTest> onAPhone() {
    return Screens.all().stream().map(it -> look(it, Device.PHONE));
  }

  @TestFactory
  @DisplayName("in the dark")
  Stream<DynamicTest> inTheDark() {
    return Screens.all().stream()
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
          assertThat(Axe.violations(visitor.page())).isEmpty();
          assertThat((Integer) visitor.page().evaluate(TOO_WIDE)).as("pixels too wide").isZero();
          assertThat(visitor.wrong()).isEmpty();
          if (WRITE) {
            write(visitor.page(), name);
          }
        });
  }

  private Visitor visitor(String username, Device device) {
    return visitors.computeIfAbsent(
        username + " " + device,
        _ -> {
          var visitor = Visitor.signedIn(username, device, "/");
          Axe.into(visitor.page());
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
    Path folder = Folders.created(Folders.thisProject().resolve("docs/screens"));
    var options =
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setAnimations(ScreenshotAnimations.DISABLED)
            .setPath(folder.resolve(name + ".png"));
    page.screenshot(options);
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
}
