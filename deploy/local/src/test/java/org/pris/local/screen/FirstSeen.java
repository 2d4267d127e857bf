package org.pris.local.screen;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.Duration;
import org.pris.local.client.TheCase;
import org.pris.local.client.Visitor;

/** When each card was on a board for the first time, as its page notices by itself. */
record FirstSeen(Page board) {

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

  /** From now on. */
  static FirstSeen on(Visitor visitor) {
    visitor.page().evaluate(NOTE_CARDS);
    return new FirstSeen(visitor.page());
  }

  /** From when the answer came in to when the card was seen; it has to be there. */
  Duration after(Response answer, TheCase theCase) {
    var timing = answer.request().timing();
    var came = timing.startTime + timing.responseStart;
    var seen = (Number) board.evaluate("id => window.cardsSeen[id]", theCase.id());
    return Duration.ofMillis(Math.round(seen.doubleValue() - came));
  }
}
