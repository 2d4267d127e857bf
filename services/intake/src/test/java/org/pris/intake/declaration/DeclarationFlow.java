package org.pris.intake.declaration;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.pris.contracts.Role;
import org.pris.intake.HttpAnswer;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The people who send declarations and read them. */
@FlowTest
abstract class DeclarationFlow {

  static final String ALL = "/api/declarations";
  @Autowired Callers callers;
  @Autowired Published published;
  RestTestClient declarant;
  RestTestClient responder;
  RestTestClient machine;

  @BeforeEach
  void people() {
    declarant = callers.as("declarant1", Set.of("990000010"), Role.DECLARANT);
    responder = callers.as("responder1", Role.RESPONDER);
    machine = callers.as("soc-beaujour", Set.of("990000010"), Role.REPORTER);
  }

  String status(UUID id) {
    return HttpAnswer.get(declarant, ALL + "/" + id).text("caseStatus");
  }
}
