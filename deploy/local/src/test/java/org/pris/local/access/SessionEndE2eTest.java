package org.pris.local.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pris.local.client.Wording.beginning;
import static org.pris.local.client.Wording.fr;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pris.local.client.Account;
import org.pris.local.client.Canary;
import org.pris.local.client.Declared;
import org.pris.local.client.SessionsOf;
import org.pris.local.client.TheCase;
import org.pris.local.client.Visitor;
import org.pris.local.client.Wording;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("When a session ends")
public class SessionEndE2eTest {

  private static final String WHO = "responder2";

  /** As another tab says that something has changed: the page asks at once how its session is. */
  public static final String ASK =
      "() => new BroadcastChannel('pris.session').postMessage('changed')";

  private TheCase theCase = new TheCase("", "");

  @BeforeAll
  void given() {
    theCase = TheCase.declared("declarant1", Declared.NORD_BEAUJOUR);
    theCase.move(WHO, "take", "");
  }

  @Test
  @DisplayName("a note half written is still there after signing in beside it, and is sent once")
  void ended() {
    var words = Canary.text("half written");
    try (var visitor = Visitor.signedIn(WHO, Visitor.Device.WIDE, timeline())) {
      note(visitor).fill(words);
      SessionsOf.account(WHO).endAtKeycloak();
      Visitor.button(visitor.main(), fr("timeline.note.send")).click();
      said(visitor, "app.session.elsewhere");
      assertThat(note(visitor)).hasValue(words);

      signInBeside(visitor, WHO);

      assertThat(visitor.page().getByText(fr("app.session.elsewhere"))).hasCount(0);
      assertThat(note(visitor)).hasValue(words);
      org.assertj.core.api.Assertions.assertThat(lines()).doesNotContain(words);
      Visitor.button(visitor.main(), fr("timeline.note.send")).click();
      assertThat(visitor.main().locator("ol").getByText(words).first()).isVisible();
      assertThat(note(visitor)).hasValue("");
    }
  }

  @Test
  @DisplayName("a dialog that is open says so inside, and keeps what was answered")
  void inADialog() {
    try (var visitor = Visitor.signedIn(WHO, Visitor.Device.PHONE, timeline())) {
      Visitor.button(visitor.main(), fr("act.other")).click();
      visitor.page().getByRole(AriaRole.MENUITEM, named(fr("act.hold") + "…")).click();
      var reason = visitor.dialog().getByLabel(fr("act.hold.reason"));
      reason.fill("Un retour de l’éditeur");
      SessionsOf.account(WHO).endAtKeycloak();
      visitor.page().evaluate(ASK);
      assertThat(visitor.dialog().getByText(fr("app.session.elsewhere"))).isVisible();

      signInBeside(visitor, WHO);

      assertThat(visitor.dialog().getByText(fr("app.session.elsewhere"))).hasCount(0);
      assertThat(reason).hasValue("Un retour de l’éditeur");
    }
  }

  @Test
  @DisplayName("whoever signs in instead sees nothing of it and sends nothing of it")
  void somebodyElse() {
    var words = Canary.text("of somebody else");
    try (var visitor = Visitor.signedIn(WHO, Visitor.Device.WIDE, timeline())) {
      note(visitor).fill(words);
      SessionsOf.account(WHO).endAtKeycloak();
      visitor.page().evaluate(ASK);
      said(visitor, "app.session.elsewhere");

      signInBeside(visitor, "responder1");

      visitor.page().getByText(fr("app.other.title")).waitFor();
      assertThat(note(visitor)).hasCount(0);
      visitor.page().getByText(fr("app.other.on")).click();
      note(visitor).waitFor();
      assertThat(note(visitor)).hasValue("");
      org.assertj.core.api.Assertions.assertThat(lines()).doesNotContain(words);
    }
  }

  @Test
  @DisplayName("its person is warned before, keeps the focus, and stays signed in by a button")
  void warned() {
    try (var visitor = Visitor.signedIn(WHO, Visitor.Device.PHONE, timeline())) {
      note(visitor).fill("En cours");
      var sessions = SessionsOf.account(WHO);
      says(visitor, "app.session.soon", () -> sessions.haveLeft(Duration.ofMinutes(4)));
      assertThat(note(visitor)).isFocused();

      Visitor.button(visitor.page().locator("body"), fr("app.session.stay")).click();

      said(visitor, "app.session.stays");
      assertThat(note(visitor)).isFocused();
      assertThat(note(visitor)).hasValue("En cours");
    }
  }

  @Test
  @DisplayName("after twelve hours, signing in again beside the page begins another one")
  void forGood() {
    try (var visitor = Visitor.signedIn(WHO, Visitor.Device.WIDE, timeline())) {
      note(visitor).fill("En cours");
      var sessions = SessionsOf.account(WHO);
      says(visitor, "app.session.good", () -> sessions.endForGoodIn(Duration.ofMinutes(4)));

      signInBeside(visitor, WHO, "app.session.renew");

      assertThat(visitor.page().getByText(Wording.beginning("app.session.good"))).hasCount(0);
      assertThat(note(visitor)).hasValue("En cours");
    }
  }

  private String timeline() {
    return "/cases/" + theCase.reference() + "/timeline";
  }

  private String lines() {
    return Account.of("responder1")
        .get("/api/cases/" + theCase.id() + "/timeline?limit=200")
        .expect(200)
        .text();
  }

  private static Locator note(Visitor visitor) {
    return visitor
        .main()
        .getByRole(
            AriaRole.TEXTBOX,
            new Locator.GetByRoleOptions().setName(fr("timeline.note")).setExact(true));
  }

  private static void said(Visitor visitor, String key) {
    visitor.page().getByText(beginning(key)).first().waitFor();
  }

  /**
   * Once {@code made} is so, and made so again until the page has seen it: what is still under way
   * for the person who typed a moment ago sets the session back to a whole hour.
   */
  private static void says(Visitor visitor, String key, Runnable made) {
    var words = visitor.page().getByText(beginning(key)).first();
    await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofSeconds(3))
        .atMost(Duration.ofMinutes(1))
        .until(() -> {
          if (!words.isVisible()) {
            made.run();
            visitor.page().evaluate(ASK);
          }
          return words.isVisible();
        });
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static void signInBeside(Visitor visitor, String username) {
    signInBeside(visitor, username, "app.session.again");
  }

  /** In the window that the page opens; it closes by itself. */
  private static void signInBeside(Visitor visitor, String username, String button) {
    var beside =
        visitor
            .page()
            .waitForPopup(() -> visitor.page().getByRole(AriaRole.LINK, named(fr(button))).click());
    beside.locator("#username").fill(username);
    beside.locator("#password").fill("pris-demo");
    beside.waitForClose(() -> beside.locator("#kc-login").click());
  }
}
