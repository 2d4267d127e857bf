package org.pris.remediation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Owns the plans; hears {@code pris.cases}, tells {@code pris.tasks}. */
@SpringBootApplication
class RemediationApplication {

  public static void main(String[] args) {
    SpringApplication.run(RemediationApplication.class, args);
  }
}
