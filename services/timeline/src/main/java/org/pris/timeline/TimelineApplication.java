package org.pris.timeline;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class TimelineApplication {

  static void main(String[] args) {
    SpringApplication.run(TimelineApplication.class, args);
  }
}
