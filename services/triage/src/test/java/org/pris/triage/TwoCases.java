package org.pris.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.pris.contracts.CaseStatus;
import org.pris.contracts.Role;
import org.pris.platform.outbox.Aggregates;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Two cases that were declared, of one legal entity, and the merge of one into the other. */
abstract class TwoCases {

  @Autowired Callers callers;

  @Autowired Published published;

  @Autowired Cases cases;

  @Autowired Aggregates aggregates;

  Declared declared;
  UUID source;
  UUID target;

  @BeforeEach
  void declareTwice() {
    declared = new Declared(published);
    source = declared.ransomware("990000010");
    target = declared.ransomware("990000044");
  }

  ResponseSpec merge(UUID from, UUID into) {
    return steps(from)
        .move(
            "{'action': 'merge', 'version': %d, 'into': '%s', 'confirmed': true}"
                .formatted(cases.find(from).orElseThrow().version(), into));
  }

  Steps lead(UUID id) {
    return new Steps(callers.as("lead1", Role.LEAD), id);
  }

  Steps steps(UUID id) {
    return new Steps(callers.as("responder1", Role.RESPONDER), id);
  }

  void assertParted() {
    assertThat(cases.find(source).orElseThrow())
        .returns(CaseStatus.IN_TRIAGE, Case::status)
        .returns(null, it -> it.lifecycle().merging());
    var alone = cases.find(target).orElseThrow();
    assertThat(alone.lifecycle().absorbed()).isEmpty();
    assertThat(alone.affected()).extracting(AffectedSite::finess).containsExactly("990000044");
    assertThat(alone.access().establishments()).hasSize(1);
  }
}
