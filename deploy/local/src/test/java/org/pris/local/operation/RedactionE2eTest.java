package org.pris.local.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.local.client.Account;
import org.pris.local.client.Canary;
import org.pris.local.client.Chain;
import org.pris.local.client.Declared;
import org.pris.local.client.TheCase;

@DisplayName("A text that the lead has redacted")
class RedactionE2eTest {

  @Test
  @DisplayName("is gone for everybody, and the chain still holds")
  void redacted() {
    var theCase = TheCase.declared("declarant2", Declared.VAL_BRISE).move("responder1", "take", "");
    theCase.entry("case.taken.v1");
    var lead = Account.of("lead1");
    var secret = Canary.text("ligne à retirer");
    var note =
        lead.post(
                "/api/cases/" + theCase.id() + "/timeline",
                "{\"kind\": \"FACT\", \"audience\": \"ESTABLISHMENT\", \"text\": \"%s\"}"
                    .formatted(secret))
            .expect(201)
            .json();
    var path = "/api/cases/" + theCase.id() + "/timeline/" + note.path("seq").asLong();
    var order = "{\"members\": [\"text\"], \"reason\": \"Erreur\", \"orderedBy\": \"DPO\"}";
    Account.of("responder1").post(path + "/redactions", order).expect(403);
    lead.post(path + "/redactions", order).expect(201);

    for (var reader : List.of("lead1", "responder1", "declarant2")) {
      assertThat(theCase.entries(Account.of(reader)).toString()).doesNotContain(secret);
    }
    assertThat(lead.get(path).json().path("text").isNull()).isTrue();
    assertThat(Chain.faults(theCase.entries(lead))).isEmpty();
    var verification = lead.get("/api/cases/" + theCase.id() + "/timeline/verification").json();
    assertThat(verification.path("valid").asBoolean()).isTrue();
    assertThat(verification.path("redacted").asInt()).isEqualTo(1);
  }
}
