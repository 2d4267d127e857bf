package org.pris.local.screen;

import static org.pris.local.client.Wording.fr;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import org.pris.local.access.SessionEndE2eTest;
import org.pris.local.client.EndToEnd;
import org.pris.local.client.SessionsOf;
import org.pris.local.client.Visitor;
import org.pris.local.client.Wording;

/** What is done on a page until it shows what is to be seen, and is there as a whole. */
final class Opened {

  /** What the endpoint is called that is made for its secret to be seen. */
  static final String NEW_ENDPOINT = "Astreinte régionale, essai";

  private Opened() {}

  static void board(Visitor visitor) {
    visitor.page().locator("[data-live=live]").waitFor();
    visitor.page().locator("[data-card], table a").first().waitFor();
  }

  static void qualifyDialog(Visitor visitor) {
    board(visitor);
    visitor.column("IN_TRIAGE").locator("[data-card]").first().focus();
    visitor.page().keyboard().press("q");
    visitor.dialog().getByText(fr("act.qualify.decision")).waitFor();
  }

  static void reads(Visitor visitor) {
    visitor.main().locator("table tbody tr").first().waitFor();
  }

  static void keyboardHelp(Visitor visitor) {
    board(visitor);
    visitor.page().keyboard().press("?");
    visitor.dialog().getByText(fr("board.keys.why")).waitFor();
  }

  /** Long after the page was opened, as far as its session knows. */
  static void endOfSession(Visitor visitor) {
    visitor.main().getByText(fr("declare.form.send")).waitFor();
    SessionsOf.account("declarant3").haveLeft(Duration.ofMinutes(4));
    visitor.page().waitForTimeout(2_500);
    visitor.page().evaluate(SessionEndE2eTest.ASK);
    visitor.page().getByText(Wording.beginning("app.session.soon")).waitFor();
  }

  /** The newest line of the log; the log itself stands under whichever endpoint is shown. */
  static void delivery(Visitor visitor) {
    visitor.main().locator("[aria-labelledby=log] li button").first().click();
    visitor.main().getByLabel(fr("webhooks.body"), exactly()).waitFor();
  }

  /** Makes an endpoint, for its secret is seen only then. */
  static void secret(Visitor visitor) {
    Visitor.button(visitor.main(), fr("webhooks.add")).click();
    visitor.dialog().getByLabel(fr("webhooks.form.name")).fill(NEW_ENDPOINT);
    visitor
        .dialog()
        .getByLabel(fr("webhooks.form.url"), exactly())
        .fill(EndToEnd.stack().urls().receiver() + "/hook");
    Visitor.button(visitor.dialog(), fr("webhooks.form.create")).click();
    visitor.dialog().getByText(fr("webhooks.once")).waitFor();
  }

  private static Locator.GetByLabelOptions exactly() {
    return new Locator.GetByLabelOptions().setExact(true);
  }
}
