package org.pris.notification;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class NotificationApplication {

  public static void main(String... arguments) {
    SpringApplication.run(NotificationApplication.class, arguments);
  }
}
