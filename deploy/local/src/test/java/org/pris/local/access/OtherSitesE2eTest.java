package org.pris.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.local.client.Browser;

/** What a page of another site gets to see of a signed-in browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A session")
class OtherSitesE2eTest {

  Browser browser = new Browser();

  @BeforeAll
  void given() {
    browser = Browser.known("responder1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/board",
        "/api/me",
        "/api/cases",
        "/api/nothing",
        "/nothing.html",
        "/api-docs",
        "/api-docs/intake",
        "/sign-in",
        "/index.html",
        "/login/oauth2/code/keycloak"
      })
  @DisplayName("is shown in no frame, on whichever answer")
  void frames(String path) {
    for (var asker : List.of(browser, new Browser())) {
      var headers = asker.get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'");
      assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
      assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
      assertThat(headers.firstValue("Server")).isEmpty();
    }
  }

  @Test
  @DisplayName("is shared with no other origin")
  void origins() {
    for (var origin : List.of("https://evil.example", "null", "http://localhost:1")) {
      var preflight =
          browser.send(
              Browser.web("/api/cases")
                  .header("Origin", origin)
                  .header("Access-Control-Request-Method", "POST")
                  .header("Access-Control-Request-Headers", "x-xsrf-token")
                  .method("OPTIONS", BodyPublishers.noBody())
                  .build());
      assertThat(preflight.headers().map().keySet())
          .noneMatch(it -> it.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
    }
  }

  @Test
  @DisplayName("is a cookie that no script reads and no other site sends along")
  void cookie() {
    var fresh = new Browser();
    var set = fresh.get("/sign-in").headers().allValues("Set-Cookie");
    assertThat(set)
        .anySatisfy(it ->
            assertThat(it).startsWith("pris=").contains("HttpOnly", "SameSite=Lax", "Path=/"));
  }
}
