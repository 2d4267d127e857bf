package org.pris.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pris.platform.testing.Issuer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One of the processes that could be this service, on a free port. */
record Instance(ConfigurableApplicationContext context) implements AutoCloseable {

  static final String KEYS = "k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  static Instance start(String mongo, Realm realm, Clock clock, Map<String, String> more) {
    var properties =
        Stream.of(
                Map.of(
                    "server.port",
                    "0",
                    "spring.mongodb.uri",
                    mongo,
                    "spring.autoconfigure.exclude",
                    "org.pris.platform.kafka.KafkaConfiguration,"
                        + "org.pris.platform.outbox.OutboxConfiguration,"
                        + "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
                    "pris.secret.keys",
                    KEYS,
                    "pris.issuer",
                    Issuer.running().url(),
                    "pris.issuer-inner",
                    realm.address(),
                    "pris.jwks-uri",
                    Issuer.running().keys(),
                    "pris.web.client-secret",
                    "of the client",
                    "pris.web.keycloak-patience",
                    "PT20S"), // a machine that is busy with tests is no outage
                more)
            .flatMap(it -> it.entrySet().stream())
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, Map.Entry::getValue, (_, last) -> last, HashMap::new));
    for (var service : List.of("intake", "triage", "remediation", "timeline", "notification")) {
      properties.putIfAbsent("pris.web.services." + service, "http://127.0.0.1:1"); // nobody there
    }
    return new Instance(
        new SpringApplicationBuilder(WebApplication.class)
            .initializers(context ->
                ((GenericApplicationContext) context)
                    .registerBean("clock", Clock.class, () -> clock))
            .run(
                properties.entrySet().stream()
                    .map(it -> "--" + it.getKey() + "=" + it.getValue())
                    .toArray(String[]::new)));
  }

  String address() {
    return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
  }

  @Override
  public void close() {
    context.close();
  }
}
