package org.pris.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.standaloneSetup;

import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@ExtendWith(OutputCaptureExtension.class)
@DisplayName("A failure in a request")
class ProblemHandlerTest {

  @RestController
  static class Breaking {

    @GetMapping("/reader")
    void reader() throws IOException {
      throw new ClientAbortException(new IOException("Broken pipe"));
    }

    @GetMapping("/away")
    void away() {
      throw new DataAccessResourceFailureException("MongoDB is away");
    }

    @GetMapping("/refusing")
    void refusing() {
      throw new DataIntegrityViolationException("duplicate key: Mme Martin");
    }
  }

  private final MockMvc mvc =
      standaloneSetup(new Breaking()).setControllerAdvice(new ProblemHandler()).build();

  @Test
  @DisplayName("is one line where the store is away")
  void away(CapturedOutput logs) throws Exception {
    mvc.perform(get("/away")).andExpect(status().isServiceUnavailable());

    assertThat(logs).contains("DataAccessResourceFailureException").doesNotContain("\tat ");
  }

  @Test
  @DisplayName("is told with its place, without what was handled, where the store refuses")
  void refusing(CapturedOutput logs) throws Exception {
    mvc.perform(get("/refusing")).andExpect(status().isServiceUnavailable());

    assertThat(logs).contains("DataIntegrityViolation", "\tat ").doesNotContain("Martin");
  }

  @Test
  @DisplayName("is no error of ours where its reader broke the connection")
  void reader(CapturedOutput logs) throws Exception {
    mvc.perform(get("/reader"));

    assertThat(logs).doesNotContain("Unexpected", "ClientAbortException");
  }
}
