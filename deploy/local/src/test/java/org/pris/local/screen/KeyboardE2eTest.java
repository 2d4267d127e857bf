package org.pris.local.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.pris.local.client.Wording.fr;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.local.client.Declared;
import org.pris.local.client.TheCase;
import org.pris.local.client.Visitor;

@DisplayName("By keyboard alone")
class KeyboardE2eTest {

  /** More stops than any dialog has: one that cannot be reached shows. */
  private static final int MOST_STOPS = 80;

  @Test
  @DisplayName("a lead finds a card, takes it, qualifies it and engages")
  void triage() {
    var theCase = TheCase.declared("declarant2", Declared.VAL_BRISE);
    try (var lead = Visitor.signedIn("lead1", Visitor.Device.WIDE, "/cases")) {
      lead.card(theCase).waitFor();
      var page = lead.page();

      find(page, theCase, "t");
      reach(page, fr("act.take.send"));
      page.keyboard().press("Enter");
      lead.column("IN_TRIAGE").locator(lead.card(theCase)).waitFor();

      find(page, theCase, "q");
      for (var question : List.of("scope", "impact", "urgency")) {
        reachGroup(page, fr("act.qualify." + question));
        page.keyboard().press("Space");
      }
      reachGroup(page, fr("act.qualify.decision"));
      page.keyboard().press("ArrowRight");
      page.keyboard().press("ArrowRight");
      page.keyboard().press("Space");
      for (var question :
          List.of(
              "act.qualify.trend",
              "act.qualify.personalData",
              "act.qualify._region",
              "act.qualify._others")) {
        reachGroup(page, fr(question));
        page.keyboard().press("Space");
      }
      reach(page, "Qualifier en incident majeur");
      page.keyboard().press("Enter");
      lead.column("QUALIFIED").locator(lead.card(theCase)).waitFor();

      find(page, theCase, "e");
      reach(page, fr("act.engage.lead"));
      type(page.keyboard(), "lead1");
      reachGroup(page, fr("act.engage._ground"));
      page.keyboard().press("Space");
      reach(page, fr("act.engage.agreement"));
      type(page.keyboard(), "CONV-2026-17");
      reach(page, fr("act.engage.send"));
      page.keyboard().press("Enter");
      lead.column("ENGAGED").locator(lead.card(theCase)).waitFor();
      assertThat(lead.dialog()).isHidden();
    }
    theCase.expectStatus("ENGAGED");
  }

  /** From the top of the page to the card with Tab and arrows, then the letter of an action. */
  private static void find(Page page, TheCase theCase, String letter) {
    var onCard = "() => document.activeElement?.dataset?.card ?? ''";
    for (var i = 0; i < MOST_STOPS && page.evaluate(onCard).equals(""); i++) {
      page.keyboard().press("Tab");
    }
    for (var column = 0; column < 12; column++) {
      page.keyboard().press("Home");
      var before = "";
      for (var row = 0; row < MOST_STOPS; row++) {
        var now = String.valueOf(page.evaluate(onCard));
        if (now.equals(theCase.id())) {
          page.keyboard().press(letter);
          page.getByRole(com.microsoft.playwright.options.AriaRole.DIALOG).waitFor();
          return;
        }
        if (now.equals(before)) {
          break;
        }
        before = now;
        page.keyboard().press("ArrowDown");
      }
      page.keyboard().press("ArrowRight");
    }
    throw new AssertionError("No key leads to the card of " + theCase.reference());
  }

  private static void reach(Page page, String name) {
    reach(page, NAME, name);
  }

  private static void reachGroup(Page page, String name) {
    reach(page, GROUP, name);
  }

  private static void reach(Page page, String what, String name) {
    for (var i = 0; i < MOST_STOPS; i++) {
      if (String.valueOf(page.evaluate(what)).startsWith(name)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("Tab never leads to " + name);
  }

  private static void type(Keyboard keyboard, String text) {
    keyboard.press("ControlOrMeta+a");
    keyboard.type(text);
  }

  /** What the focus is on, as a screen reader would say it. */
  private static final String NAME =
      """
      () => {
        const it = document.activeElement;
        if (!it?.matches("button, input, textarea")) return ""; // a title that is read out first
        const label = it?.labels?.[0]?.textContent;
        return (it?.getAttribute("aria-label") ?? label ?? it?.textContent ?? "").trim();
      }
      """;

  private static final String GROUP =
      """
      () => {
        const group = document.activeElement?.closest("[role=radiogroup]");
        const ids = group?.getAttribute("aria-labelledby")?.split(" ") ?? [];
        return ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim();
      }
      """;
}
