package org.pris.local.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.pris.contracts.DeadLetterDecision;
import org.pris.contracts.DeadLetterDecision.Action;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One event that was put aside, and what may be shown of it: no text that a person wrote. */
public record DeadLetter(ConsumerRecord<String, String> message) {

  /** What the listener that failed added to the event's own headers. */
  static final String HEADERS = "kafka_dlt-";

  /** As the tool's commands name it: {@code pris.cases.dlt 3 17}. */
  String place() {
    return message.topic() + " " + message.partition() + " " + message.offset();
  }

  public String key() {
    return String.valueOf(message.key());
  }

  /** The topic that it was on. */
  String topic() {
    return message.topic().substring(0, message.topic().length() - ".dlt".length());
  }

  Instant written() {
    return Instant.ofEpochMilli(message.timestamp());
  }

  String listener() {
    return header("original-consumer-group");
  }

  String error() {
    var cause = header("exception-cause-fqcn");
    return cause.equals("?") ? header("exception-fqcn") : cause;
  }

  String type() {
    return field("type");
  }

  /** A property of the envelope; of the content nothing is shown. */
  String field(String name) {
    try {
      JsonNode event = JsonMapper.shared().readTree(message.value());
      var text = event.path(name).asString("?");
      return text.matches("[A-Za-z0-9.:_-]{1,80}") ? text : "?";
    } catch (JacksonException | IllegalArgumentException _) {
      return "not JSON";
    }
  }

  DeadLetterDecision decided(Action action, String reason, String by, Instant at) {
    return new DeadLetterDecision(
        message.topic(), message.partition(), message.offset(), written(), action, reason, by, at);
  }

  private String header(String name) {
    var header = message.headers().lastHeader(HEADERS + name);
    return header == null ? "?" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
