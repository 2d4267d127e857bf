package org.pris.remediation.plan;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.pris.contracts.CaseEvent;
import org.pris.contracts.Event;
import org.pris.contracts.Role;
import org.pris.contracts.Topics;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.Published;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What flow tests do again and again: tell of a case, look at its plan, ask something of a task.
 */
record RemediationBench(Callers callers, Published published) {

  private static final JsonMapper JSON = JsonMapper.shared();

  RestTestClient responder() {
    return callers.as("responder1", Role.RESPONDER);
  }

  RestTestClient lead() {
    return callers.as("lead1", Role.LEAD);
  }

  RestTestClient declarant() {
    return callers.as("declarant1", Set.of(Heard.SITE.finess()), Role.DECLARANT);
  }

  RestTestClient ars() {
    return callers.as("ars1", Role.AUTHORITY);
  }

  void tell(Event<CaseEvent> event) {
    published.send(Topics.CASES, event);
  }

  /** Tells of a case and waits until its plan can be seen. */
  void open(Heard heard) {
    tell(heard.opened());
    await().atMost(Duration.ofSeconds(20)).until(() -> status(responder(), tasks(heard)) == 200);
  }

  /** Of a case that is open here already. */
  void engage(Heard heard) {
    tell(heard.engagedEvent());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> plan(responder(), heard).path("tasks").size() >= 40);
  }

  List<JsonNode> told(Heard heard, String type) {
    return published.of(Topics.TASKS, heard.id()).stream()
        .filter(it -> it.type().equals(type))
        .map(Published.Told::event)
        .toList();
  }

  /** Each time that something was laid out for the case. */
  List<JsonNode> laidOut(Heard heard) {
    return told(heard, "tasks.laid-out.v1");
  }

  static String tasks(Heard heard) {
    return "/api/cases/" + heard.id() + "/tasks";
  }

  JsonNode plan(RestTestClient who, Heard heard) {
    return json(who.get().uri(tasks(heard)).exchange());
  }

  JsonNode task(RestTestClient who, Heard heard, String key) {
    return tasks(plan(who, heard)).stream()
        .filter(it -> it.path("key").asString("").equals(key))
        .findFirst()
        .orElseThrow();
  }

  static List<JsonNode> tasks(JsonNode plan) {
    return StreamSupport.stream(plan.path("tasks").spliterator(), false).toList();
  }

  static RestTestClient.ResponseSpec post(RestTestClient who, String uri, Map<String, ?> body) {
    return post(who, uri, JSON.writeValueAsString(body));
  }

  static RestTestClient.ResponseSpec post(RestTestClient who, String uri, String body) {
    return who.post().uri(uri).contentType(MediaType.APPLICATION_JSON).body(body).exchange();
  }

  static String transitions(JsonNode task) {
    return "/api/tasks/" + task.path("id").asString() + "/transitions";
  }

  static JsonNode json(RestTestClient.ResponseSpec answer) {
    return JSON.readTree(answer.returnResult(String.class).getResponseBody());
  }

  static int status(RestTestClient who, String uri) {
    return status(who.get().uri(uri).exchange());
  }

  static int status(RestTestClient.ResponseSpec answer) {
    return answer.returnResult(String.class).getStatus().value();
  }
}
