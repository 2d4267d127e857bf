package org.pris.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.pris.local.process.Urls;
import tools.jackson.databind.JsonNode;

/**
 * How a script asks for a token of one of the demo's people: by the client {@code pris-cli}, which
 * is in no realm but the runner's.
 */
public final class DemoTokens {

  private DemoTokens() {}

  public static HttpRequest.Builder request(Urls urls, String username) {
    var form =
        "grant_type=password&client_id=pris-cli&username=%s&password=pris-demo"
            .formatted(URLEncoder.encode(username, UTF_8));
    return HttpRequest.newBuilder(URI.create(urls.issuer() + "/protocol/openid-connect/token"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form));
  }

  /** The access token in what Keycloak answered. */
  public static String in(JsonNode answer) {
    return answer.path("access_token").asString();
  }
}
