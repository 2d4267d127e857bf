package org.pris.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The end-to-end tests trust it, so it is shown to find what is wrong. */
@DisplayName("The independent check of a timeline")
class ChainTest {

  @Test
  @DisplayName("accepts an entry whose hash and seals were made elsewhere")
  void right() {
    assertThat(Chain.faults(List.of(entry()))).isEmpty();
  }

  @Test
  @DisplayName("finds a changed head, a changed text, a missing and a swapped entry")
  void wrong() {
    var head = (ObjectNode) entry();
    head.put("kind", "DECISION");
    assertThat(Chain.faults(List.of(head))).containsExactly("entry 1 is not what was hashed");

    var text = (ObjectNode) entry();
    text.put("text", "Rien de grave");
    assertThat(Chain.faults(List.of(text)))
        .containsExactly("text of entry 1 is not what was sealed");

    assertThat(Chain.faults(List.of(entry(), entry())))
        .contains("entry 2 has number 1", "entry 2 does not follow the one before");
  }

  @Test
  @DisplayName("takes a member without its salt as withheld, and never with a value")
  void withheld() {
    var redacted = (ObjectNode) entry();
    redacted.putNull("text");
    ((ObjectNode) redacted.path("salts")).putNull("text");
    assertThat(Chain.faults(List.of(redacted))).isEmpty();

    redacted.put("text", "invented");
    assertThat(Chain.faults(List.of(redacted))).hasSize(1);
  }

  /** Made with Python's hashlib and json of sorted keys without blanks. */
  private static JsonNode entry() {
    return JsonMapper.shared().readTree(ENTRY);
  }

  private static final String ENTRY =
      """
      {
       "format": 1,
       "caseId": "5f0e1d5e-0000-4000-8000-000000000001",
       "seq": 1,
       "eventId": "5f0e1d5e-0000-4000-8000-000000000002",
       "type": "note.written.v1",
       "kind": "FACT",
       "audience": "RESPONDERS",
       "occurredAt": "2026-11-24T08:00:00Z",
       "recordedAt": "2026-11-24T08:00:01.250Z",
       "role": "RESPONDER",
       "establishment": null,
       "tlp": "AMBER",
       "corrects": null,
       "seals": {
        "author": "0c9b4930e5b2376a86d4c8c2d0656a7b60215f4b7af288081fc5e3bb3037223f",
        "text": "f2e187c9dbf48087fa1e1134f67be8cab634f9fa1e6be62d3c0294fc0dc18949",
        "data": "f1ef9c0e03df4ced2828100554b76eef2bd5775f5e03f1374c5b0b31e718e3a9"
       },
       "previousHash": "0000000000000000000000000000000000000000000000000000000000000000",
       "hash": "7dcdab050eb4e68fa9c85538d49c7f81b2bb6c79468998256733a07f4c0d7d66",
       "author": {
        "subject": "6f0c",
        "name": "Inès Morel"
       },
       "text": "Appel du RSSI : \\"tout est chiffré\\"\\nÀ rappeler",
       "data": {
        "z": 1,
        "a": [
         "x",
         null,
         true
        ]
       },
       "salts": {
        "author": "c2FsdC1h",
        "text": "c2FsdC10",
        "data": "c2FsdC1k"
       }
      }
      """;
}
