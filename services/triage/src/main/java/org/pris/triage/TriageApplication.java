package org.pris.triage;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Owns the cases; hears declarations and tasks, tells {@code pris.cases}. */
@SpringBootApplication
public class TriageApplication {

  public static void main(String[] args) {
    SpringApplication.run(TriageApplication.class, args);
  }
}
