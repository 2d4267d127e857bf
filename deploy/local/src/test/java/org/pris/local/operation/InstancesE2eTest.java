package org.pris.local.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.pris.local.client.Account;
import org.pris.local.client.Canary;
import org.pris.local.client.Chain;
import org.pris.local.client.Declared;
import org.pris.local.client.EndToEnd;
import org.pris.local.client.TheCase;
import org.pris.local.client.Visitor;

/** Twelve processes take a minute to start: by hand, {@code -Dpris.instances=2}. */
@EnabledIfSystemProperty(named = "pris.instances", matches = "[2-4]")
@DisplayName("With two instances of each service")
class InstancesE2eTest {

  private static final List<String> FIRST =
      List.of("intake", "triage", "remediation", "timeline", "notification");

  @AfterAll
  static void whole() {
    FIRST.forEach(EndToEnd.stack()::awaitReady);
    EndToEnd.stack().awaitReady("web");
  }

  @Test
  @DisplayName("a case goes its way while one instance of each is dead, and nobody is turned away")
  void killed() {
    var stack = EndToEnd.stack();
    var before = TheCase.declared("declarant1", Declared.NORD_BEAUJOUR);
    FIRST.forEach(stack::kill);
    // dead, and far from ready again; what was under way when it died may have been done, and fails
    await().until(() -> FIRST.stream().allMatch(it -> stack.restarts(it) > 0));

    var theCase = TheCase.declared("declarant1", Declared.NORD_BEAUJOUR).qualified().engaged();
    var lead = Account.of("lead1");
    var open =
        theCase.tasks("ransomware").stream()
            .filter(it -> it.path("dependsOn").isEmpty() && it.path("mandatory").asBoolean())
            .toList();
    TheCase.complete(lead, open.getFirst());
    lead.post(
            "/api/cases/" + theCase.id() + "/timeline",
            "{\"kind\": \"FACT\", \"text\": \"%s\"}".formatted(Canary.text("note")),
            UUID.randomUUID().toString())
        .expect(201);
    theCase.entry("note.written.v1");
    before.move("responder1", "take", "");

    assertThat(Chain.faults(theCase.entries(lead))).isEmpty();
  }

  @Test
  @DisplayName(
      "somebody signed in at one web is so at the other, and goes on there when the first dies")
  void webs() {
    var stack = EndToEnd.stack();
    try (var responder = Visitor.signedIn("responder2", Visitor.Device.WIDE, "/cases")) {
      responder.live("live").waitFor();
      responder.page().navigate(stack.urls().webs().get(1) + "/cases");
      responder.live("live").waitFor();
      stack.kill("web");
      stack.awaitReady("web"); // for the script that declares

      var theCase = TheCase.declared("declarant1", Declared.NORD_BEAUJOUR);
      responder.column("RECEIVED").locator(responder.card(theCase)).waitFor();
      assertThat(stack.restarts("web")).isPositive();
    }
  }
}
