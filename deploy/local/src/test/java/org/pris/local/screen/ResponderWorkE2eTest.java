package org.pris.local.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pris.local.client.Wording.fr;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.local.client.Canary;
import org.pris.local.client.Declared;
import org.pris.local.client.TheCase;
import org.pris.local.client.Visitor;

@DisplayName("A responder's work on a case")
class ResponderWorkE2eTest {

  @Test
  @DisplayName("is not undone by a double click, by F5, or by a colleague who knew something else")
  void isKept() {
    var theCase = TheCase.declared("declarant2", Declared.VAL_BRISE);
    try (var visitor =
        Visitor.signedIn("responder1", Visitor.Device.WIDE, "/cases/" + theCase.reference())) {
      Visitor.button(visitor.main(), fr("act.take")).dblclick();
      assertThat(Visitor.button(visitor.dialog(), fr("act.take.send"))).isVisible();
      visitor.send(fr("act.take.send"));
      theCase.expectStatus("IN_TRIAGE");

      visitor.open("/cases/" + theCase.reference() + "/timeline");
      var note = Canary.text("note tapée avant F5");
      text(visitor).fill(note);
      visitor.page().reload();
      assertThat(text(visitor)).hasValue(note);
      Visitor.button(visitor.main(), fr("timeline.note.send")).click();
      assertThat(text(visitor)).hasValue("");
      visitor.page().reload();
      assertThat(text(visitor)).hasValue("");

      visitor.open("/cases/" + theCase.reference());
      Visitor.button(visitor.main(), fr("case.care.edit")).click();
      visitor.dialog().getByLabel(fr("case.care.dialog.transfers")).fill("1");
      theCase.edit(
          "responder2",
          "care",
          "\"patientHarm\": \"PROVEN\", \"lines\": [{\"line\": \"EMERGENCY\", \"state\":"
              + " \"STOPPED\"}]");
      assertThat(visitor.dialog().getByText(fr("act.meanwhile"))).isVisible();
      visitor.send(fr("case.care.dialog.send"));
    }
    var care = theCase.seen().path("care");
    assertThat(care.path("transfers").asInt()).isEqualTo(1);
    assertThat(care.path("patientHarm").asString()).isEqualTo("PROVEN");
    assertThat(care.path("lines").path(0).path("state").asString()).isEqualTo("STOPPED");
  }

  @Test
  @DisplayName("finds a case that has ended from the page of another, by a reference in lower case")
  void findsWhatEnded() {
    var open = TheCase.declared("declarant2", Declared.VAL_BRISE);
    var ended =
        TheCase.declared("declarant1", Declared.NORD_BEAUJOUR)
            .move("responder1", "take", "")
            .move("responder1", "reject", "\"reason\": \"TEST\", \"comment\": \"essai\"");
    await().atMost(TheCase.PATIENCE).until(() -> ended.status().equals("REJECTED"));
    try (var visitor =
        Visitor.signedIn("responder1", Visitor.Device.WIDE, "/cases/" + open.reference())) {
      var search =
          visitor
              .page()
              .getByRole(
                  AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(fr("board.search.label")));
      search.fill(ended.reference().toLowerCase(Locale.ROOT).replace('-', ' '));
      search.press("Enter");
      visitor.page().waitForURL(it -> it.endsWith("/cases/" + ended.reference()));
    }
  }

  private static Locator text(Visitor visitor) {
    return visitor.main().getByLabel(fr("timeline.note"), exactly()).locator("textarea").first();
  }

  private static Locator.GetByLabelOptions exactly() {
    return new Locator.GetByLabelOptions().setExact(true);
  }
}
