package org.pris.web.route;

import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Which service answers which path; the first that matches. */
@Configuration(proxyBeanMethods = false)
class Routes {

  private record Route(String service, List<String> paths) {
    Route(String service, String... paths) {
      this(service, List.of(paths));
    }
  }

  private static final List<Route> TABLE =
      List.of(
          new Route(
              "intake",
              "/api/declarations",
              "/api/declarations/**",
              "/api/establishments",
              "/api/establishments/**"),
          new Route(
              "remediation",
              "/api/cases/{id}/tasks",
              "/api/cases/{id}/tasks/reads",
              "/api/cases/{id}/playbooks",
              "/api/tasks/**",
              "/api/playbooks",
              "/api/playbooks/**"),
          new Route("timeline", "/api/cases/{id}/timeline", "/api/cases/{id}/timeline/**"),
          // its live board: BoardRelay
          new Route("triage", "/api/cases", "/api/cases/**", "/api/people"),
          new Route("notification", "/api/webhooks", "/api/webhooks/**", "/api/deliveries/**"),
          new Route("intake", "/api-docs/intake"),
          new Route("remediation", "/api-docs/remediation"),
          new Route("timeline", "/api-docs/timeline"),
          new Route("triage", "/api-docs/triage"),
          new Route("notification", "/api-docs/notification"));

  @Bean
  RouterFunction<ServerResponse> services(ServiceInstances instances, TokenRelay relay) {
    return TABLE.stream()
        .map(it -> {
          var paths =
              it.paths().stream()
                  .map(RequestPredicates::path)
                  .reduce((one, other) -> one.or(other))
                  .orElseThrow();
          return route(it.service() + it.paths().getFirst())
              .route(paths, http())
              .before(relay)
              .filter(new FailoverFilter(it.service(), instances))
              .build();
        })
        .reduce(RouterFunction::and)
        .orElseThrow();
  }
}
