package org.pris.local.screen;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.pris.local.client.Account;
import org.pris.local.client.Reply;
import tools.jackson.databind.JsonNode;

/** Every screen there is, with something on it: the stories of the demo have been played. */
final class Screens {

  private Screens() {}

  static List<Screen> all() {
    var own = furthest();
    var path = "/cases/" + busiest().path("reference").asString();
    var ownCase = "/cases/" + own.path("caseReference").asString();
    var declaration = "/declarations/" + own.path("id").asString();
    var log = "/webhooks?endpoint=" + endpoint();
    return List.of(
        Screen.of("DeclarantHome", "declarant1", "/", "declare.home.own"),
        Screen.of("Declare", "declarant1", "/declare", "declare.form.send"),
        Screen.of("Sent", "declarant1", declaration, "declare.gesture.title"),
        Screen.of("Complement", "declarant1", declaration + "/complement", "declare.form.what"),
        Screen.of("CaseForDeclarant", "declarant1", ownCase, "own.sees"),
        new Screen("Board", "", "/cases", Opened::board),
        new Screen("BoardList", "", "/cases?view=list", Opened::board),
        Screen.of("BoardEnded", "", "/cases?view=ended", "board.ended"),
        Screen.of("CaseOverview", "", path, "case.tab.overview"),
        Screen.of("CaseTimeline", "", path + "/timeline", "case.tab.timeline"),
        Screen.of("CaseTasks", "", path + "/tasks", "case.tab.tasks"),
        new Screen("CaseReads", "lead1", path + "/reads", Opened::reads),
        Screen.of("DeclareOnBehalf", "", "/declare", "declare.form.send.behalf"),
        new Screen("QualifyDialog", "", "/cases", Opened::qualifyDialog),
        new Screen("KeyboardHelp", "", "/cases", Opened::keyboardHelp),
        new Screen("SessionEnds", "declarant3", "/declare", Opened::endOfSession),
        Screen.of("Region", "ars1", "/region", "region.care"),
        Screen.of("CaseForAuthority", "ars1", path, "region.sees"),
        Screen.of("Webhooks", "admin1", "/webhooks", "webhooks.place"),
        new Screen("WebhookLog", "admin1", log, Opened::delivery),
        new Screen("WebhookSecret", "admin1", "/webhooks", Opened::secret),
        Screen.of("NotFound", "", "/nowhere", "app.missing.title"));
  }

  /** The own declaration that got furthest. */
  private static JsonNode furthest() {
    var own = Account.of("declarant1").get("/api/declarations?limit=200");
    return first(own, it -> it.path("caseReference").isString());
  }

  private static JsonNode busiest() {
    return Account.of("responder1")
        .get("/api/cases?status=ENGAGED&limit=200")
        .expect(200)
        .items()
        .valueStream()
        .max(Comparator.comparingInt(it -> it.at("/taskProgress/done").asInt()))
        .orElseThrow();
  }

  /** Of the agency in the demo. */
  private static String endpoint() {
    var all = Account.of("admin1").get("/api/webhooks");
    return first(
            all, it -> it.path("description").asString().toLowerCase(Locale.ROOT).contains("ars"))
        .path("id")
        .asString();
  }

  private static JsonNode first(Reply list, Predicate<JsonNode> wanted) {
    return list.items().valueStream().filter(wanted).findFirst().orElseThrow();
  }
}
