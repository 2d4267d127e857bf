package org.pris.local.input;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.pris.local.client.Account;
import org.pris.local.client.DeadEndpoint;
import org.pris.local.client.Declared;
import org.pris.local.client.Reply;
import org.pris.local.client.TheCase;

/** What hostile input is sent to: things that are there, by somebody who may ask about them. */
record Target(TheCase theCase, String task, DeadEndpoint endpoint) {

  static final Target NONE = new Target(new TheCase("", ""), "", new DeadEndpoint(""));

  /** A case that was just declared, one of its tasks, and an endpoint. */
  static Target made() {
    var theCase = TheCase.declared("declarant1", Declared.NORD_BEAUJOUR);
    var task = theCase.tasks("first-hour").getFirst().path("id").asString();
    return new Target(theCase, task, DeadEndpoint.made());
  }

  Target taken() {
    theCase.move("responder1", "take", "");
    theCase.entry("case.taken.v1");
    return this;
  }

  static Account by(String operation) {
    return operation.contains("/webhooks") || operation.contains("/deliveries")
        ? Account.of("admin1")
        : Account.of(operation.contains("/declarations") ? "declarant1" : "responder1");
  }

  String path(String operation) {
    return operation
        .substring(operation.indexOf(' ') + 1)
        .replace("/tasks/{id}", "/tasks/" + task)
        .replace("/webhooks/{id}", "/webhooks/" + endpoint.id())
        .replace("/deliveries/{id}", "/deliveries/" + UUID.randomUUID())
        .replace("{id}", theCase.id())
        .replace("{seq}", "1")
        .replace("{finess}", Declared.NORD_BEAUJOUR);
  }

  Reply send(String operation, String body) {
    var method = operation.substring(0, operation.indexOf(' '));
    return by(operation).call(method, path(operation), body);
  }

  Reply ask(String operation, String query) {
    return by(operation).get(path(operation) + "?" + query);
  }

  /** As a query says it. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  void remove() {
    endpoint.remove();
  }
}
