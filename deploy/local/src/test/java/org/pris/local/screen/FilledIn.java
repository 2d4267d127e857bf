package org.pris.local.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.local.client.Wording.fr;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import org.pris.local.client.Canary;
import org.pris.local.client.Visitor;

/** Forms and dialogs as people fill them in. */
final class FilledIn {

  private FilledIn() {}

  /** What a hospital says first, on a phone, and sends. */
  static Response declaration(Visitor phone) {
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
    return answer;
  }

  /** As a major incident. */
  static void qualification(Locator dialog) {
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
  }

  /** With the lead themselves, under an agreement. */
  static void engagement(Visitor lead) {
    lead.dialog()
        .getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(fr("act.engage.lead")))
        .fill("lead1");
    lead.page().keyboard().press("Escape");
    lead.dialog().waitFor();
    Visitor.answer(lead.dialog(), fr("act.engage._ground"), fr("act.engage._ground.agreement"))
        .click();
    text(lead.dialog(), "act.engage.agreement", "CONV-2026-17");
  }

  /** With a cause, and what was learnt. */
  static void closure(Locator dialog) {
    Visitor.answer(dialog, fr("act.close.rootCause"), fr("act.close.rootCause.MALICIOUS_ACTION"))
        .click();
    Visitor.answer(dialog, fr("act.close._lessons"), fr("act.close._lessons.given")).click();
    text(dialog, "act.close.lessons", Canary.text("leçons"));
  }

  static void text(Locator dialog, String label, String text) {
    dialog.getByLabel(fr(label), new Locator.GetByLabelOptions().setExact(true)).fill(text);
  }

  private static void answer(Locator dialog, String question, String answer) {
    var words = fr("act.qualify." + question + "." + answer);
    Visitor.answer(dialog, fr("act.qualify." + question), words).click();
  }
}
