package org.pris.local.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.local.client.Declared;
import org.pris.local.client.TheCase;
import org.pris.local.client.Visitor;

@DisplayName("The board in a browser")
class LiveBoardE2eTest {

  @Test
  @DisplayName(
      "says that it may be old while the network is away, and is right after, not loaded anew")
  void networkAway() {
    var theCase = TheCase.declared("declarant1", Declared.NORD_BEAUJOUR);
    try (var responder = Visitor.signedIn("responder2", Visitor.Device.WIDE, "/cases")) {
      responder.column("RECEIVED").locator(responder.card(theCase)).waitFor();
      responder.live("live").waitFor();
      responder.page().evaluate("() => { window.stillThisPage = true; }");

      responder.page().context().setOffline(true);
      responder.live("broken").waitFor();
      theCase.move("responder1", "take", "");
      responder.page().context().setOffline(false);

      responder.live("live").waitFor();
      responder.column("IN_TRIAGE").locator(responder.card(theCase)).waitFor();
      responder.page().waitForFunction("() => window.stillThisPage");
    }
  }

  @Test
  @DisplayName("is live at once however often somebody loads it anew")
  void loadedAnew() {
    try (var responder = Visitor.signedIn("responder2", Visitor.Device.WIDE, "/cases")) {
      for (var i = 0; i < 8; i++) {
        responder.page().reload();
        // sooner than it would say that it is not
        assertThat(responder.live("live")).isVisible(new IsVisibleOptions().setTimeout(3_000));
      }
    }
  }
}
