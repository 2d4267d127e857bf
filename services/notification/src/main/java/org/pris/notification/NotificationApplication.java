package org.pris.notification;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
@ConfigurationPropertiesScan
class NotificationApplication {

  public static void main(String... arguments) {
    SpringApplication.run(NotificationApplication.class, arguments);
  }

  /** How names of endpoints are looked up; whoever does so goes through {@link AddressGuard}. */
  @Bean
  DnsResolver names() {
    return SystemDefaultDnsResolver.INSTANCE;
  }
}
