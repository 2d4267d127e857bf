package org.pris.notification;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.pris.platform.testing.Callers;
import org.springframework.beans.factory.annotation.Autowired;

/** An agency that has joined before each test, and leaves after it. */
abstract class OneAgency {

  @Autowired Callers callers;

  Agency agency;
  Administrator admin;

  @BeforeEach
  void join() throws IOException {
    agency = Agency.join(callers);
    admin = agency.admin();
  }

  @AfterEach
  void leave() {
    agency.close();
  }
}
