package org.pris.timeline.recording;

import java.util.List;
import org.pris.timeline.entry.PlainJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a case was after an event, in the few codes that a line of its timeline shows. */
final class CaseCodes {

  private static final List<String> FIELDS =
      List.of(
          "reference",
          "status",
          "heldFrom",
          "severity",
          "presumedSeverity",
          "trend",
          "incidentType",
          "origin",
          "significant",
          "engagement");

  private CaseCodes() {}

  static ObjectNode of(JsonNode theCase) {
    var codes = JsonNodeFactory.instance.objectNode();
    FIELDS.forEach(name -> codes.set(name, plain(theCase.path(name))));
    codes.set("patientHarm", plain(theCase.path("care").path("patientHarm")));
    codes.set("careMode", plain(theCase.path("care").path("careMode")));
    return codes;
  }

  private static JsonNode plain(JsonNode code) {
    return PlainJson.EVERYTHING.of(code);
  }
}
