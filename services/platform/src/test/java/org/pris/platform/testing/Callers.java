package org.pris.platform.testing;

import java.util.Set;
import org.pris.contracts.Role;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/** People that call the service under test, each with a token of their own. */
@TestComponent
public final class Callers {

  private final Environment environment;

  Callers(Environment environment) {
    this.environment = environment;
  }

  /** A person without an establishment. */
  public RestTestClient as(String username, Role... roles) {
    return as(username, Set.of(), roles);
  }

  /**
   * @param establishments FINESS numbers of the groups the person is in
   */
  public RestTestClient as(String username, Set<String> establishments, Role... roles) {
    return withToken(Issuer.token(username, establishments, roles));
  }

  public RestTestClient withToken(String token) {
    return client().defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token).build();
  }

  public RestTestClient nobody() {
    return client().build();
  }

  /** Where the service listens. */
  public String address() {
    return "http://localhost:" + environment.getRequiredProperty("local.server.port");
  }

  private RestTestClient.Builder<?> client() {
    return RestTestClient.bindToServer().baseUrl(address());
  }
}
