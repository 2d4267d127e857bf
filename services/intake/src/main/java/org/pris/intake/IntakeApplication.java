package org.pris.intake;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Takes declarations in. */
@SpringBootApplication
public class IntakeApplication {

  public static void main(String... args) {
    SpringApplication.run(IntakeApplication.class, args);
  }
}
