package org.pris.local.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DynamicTest;
import org.pris.local.client.Account;
import org.pris.local.client.Canary;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What somebody asks wrongly: refused by the names of its fields, without a word of it. */
record BadInput(Account by) {

  /** Later than anything may have happened. */
  static String soon() {
    return Instant.now().plus(Duration.ofDays(2)).toString();
  }

  DynamicTest refused(String what, String path, String body, int status, String... fields) {
    return dynamicTest(what, () -> check(path, body, status, fields));
  }

  private void check(String path, String body, int status, String... fields) {
    var reply = by.post(path, body);
    reply.expect(status);
    assertThat(reply.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(reply.fields()).contains(fields);
    assertThat(reply.fields().isEmpty()).isEqualTo(fields.length == 0);
    assertThat(reply.text()).doesNotContain(Canary.WORD);
  }

  /** The same body with another value of one field. */
  static String changed(String body, String field, String json) {
    var tree = (ObjectNode) JsonMapper.shared().readTree(body);
    tree.set(field, JsonMapper.shared().readTree(json));
    return tree.toString();
  }
}
