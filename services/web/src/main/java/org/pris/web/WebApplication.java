package org.pris.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

@SpringBootApplication
@EnableConfigurationProperties(WebSettings.class)
class WebApplication {

  static void main(String[] arguments) {
    SpringApplication.run(WebApplication.class, arguments);
  }
}
