package org.pris.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pris.platform.testing.Callers;
import org.pris.platform.testing.FlowTest;
import org.pris.platform.testing.OpenApiDocument;
import org.pris.platform.testing.Published;
import org.springframework.beans.factory.annotation.Autowired;

/** From a case event on Kafka, through MongoDB and HTTP, to the published task event. */
@FlowTest
@DisplayName("Remediation")
class RemediationFlowTest {

  @Autowired Callers callers;
  @Autowired Published published;

  @Test
  @DisplayName("describes its interface")
  void openApi() {
    assertThat(OpenApiDocument.write(callers.nobody(), "remediation")).exists();
  }
}
