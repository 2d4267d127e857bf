package org.pris.platform;

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
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@ExtendWith(OutputCaptureExtension.class)
@DisplayName("A connection that breaks")
class ProblemsTest {

  @RestController
  static class Breaking {

    @GetMapping("/reader")
    void reader() throws IOException {
      throw new ClientAbortException(new IOException("Broken pipe"));
    }

    @GetMapping("/service")
    void service() throws IOException {
      throw new IOException("Broken pipe");
    }
  }

  private final MockMvc mvc =
      standaloneSetup(new Breaking()).setControllerAdvice(new Problems()).build();

  @Test
  @DisplayName("is no error of ours where the reader broke it")
  void reader(CapturedOutput logs) throws Exception {
    mvc.perform(get("/reader"));

    assertThat(logs).doesNotContain("Unexpected", "ClientAbortException");
  }

  @Test
  @DisplayName("is one where it led to a service behind")
  void service(CapturedOutput logs) throws Exception {
    mvc.perform(get("/service")).andExpect(status().isInternalServerError());

    assertThat(logs).contains("Unexpected java.io.IOException").doesNotContain("Broken pipe");
  }
}
