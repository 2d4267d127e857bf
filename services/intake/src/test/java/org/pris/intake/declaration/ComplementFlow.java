package org.pris.intake.declaration;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.pris.contracts.Role;
import org.pris.intake.DeclarationBodies;
import org.pris.intake.HttpAnswer;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A declaration that was sent, and what complements it. */
@FlowTest
abstract class ComplementFlow {

  static final String ALL = "/api/declarations";
  @Autowired Callers callers;
  @Autowired Published published;
  @Autowired Versions versions;
  RestTestClient declarant;
  String path = "";
  UUID id = new UUID(0, 0);

  @BeforeEach
  void declared() {
    declarant = callers.as("declarant1", Set.of("990000010"), Role.DECLARANT);
    id =
        UUID.fromString(
            HttpAnswer.post(declarant, ALL, DeclarationBodies.declaration("990000010")).text("id"));
    path = ALL + "/" + id;
  }

  HttpAnswer complement(long version, Map<String, ?> changes) {
    return HttpAnswer.post(
        declarant, path + "/complements", DeclarationBodies.complement(version, changes));
  }
}
