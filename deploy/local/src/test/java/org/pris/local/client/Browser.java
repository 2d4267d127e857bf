package org.pris.local.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a browser does with cookies and redirects, with no more of it than an attack needs. */
public final class Browser {

  private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

  /** By origin: Keycloak's are not web's, though both are of one host. */
  private final Map<String, Map<String, String>> cookies = new HashMap<>();

  /** Signs in through Keycloak's form. */
  public static Browser signedIn(String username) {
    var browser = new Browser();
    browser.signIn(username, "");
    return browser;
  }

  /** Signed in, and given its token against forged requests. */
  public static Browser known(String username) {
    var browser = signedIn(username);
    browser.get("/api/me").expect(200);
    return browser;
  }

  /**
   * @param query of the way in, {@code ?to=…}
   * @return where it ended
   */
  public String signIn(String username, String query) {
    return location(get(answered(username, query)).expect(302));
  }

  /** What Keycloak answers, once the form is sent: the way back to web, not yet gone. */
  public String answered(String username, String query) {
    var form = follow(web("/sign-in" + query).GET().build());
    var action = FORM.matcher(form.text());
    if (!action.find()) {
      throw new IllegalStateException("No form, but " + form.text());
    }
    var body =
        Map.of("username", username, "password", "pris-demo").entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    var reply =
        send(
            HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    return location(reply.expect(302));
  }

  /** The parameters that web sends this browser to Keycloak with. */
  public String asked(String parameter) {
    get("/sign-in").expect(302);
    var there = URI.create(location(get("/oauth2/authorization/keycloak").expect(302)));
    return parameter(there, parameter);
  }

  /** As it stands in the address, encoded. */
  public static String parameter(URI address, String name) {
    return Stream.of(address.getRawQuery().split("&", -1))
        .filter(it -> it.startsWith(name + "="))
        .map(it -> it.substring(name.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  public static String location(Reply reply) {
    return reply.headers().firstValue("Location").orElseThrow();
  }

  /** A request to web, which gets this browser's cookies. */
  public static HttpRequest.Builder web(String path) {
    return HttpRequest.newBuilder(URI.create(EndToEnd.stack().urls().web()).resolve(path))
        .timeout(Duration.ofSeconds(30));
  }

  public Reply get(String path) {
    return send(web(path).GET().build());
  }

  /** Once, with its cookies, without following. */
  public Reply send(HttpRequest request) {
    var own = cookies.computeIfAbsent(origin(request.uri()), _ -> new HashMap<>());
    var sent = HttpRequest.newBuilder(request, (_, _) -> true);
    if (!own.isEmpty()) {
      sent.header(
          "Cookie",
          own.entrySet().stream()
              .map(it -> it.getKey() + "=" + it.getValue())
              .collect(Collectors.joining("; ")));
    }
    var reply = Account.send(sent.build());
    for (var set : reply.headers().allValues("Set-Cookie")) {
      var pair = set.split(";", 2)[0].split("=", 2);
      if (pair[1].isEmpty() || set.contains("Max-Age=0")) {
        own.remove(pair[0]);
      } else {
        own.put(pair[0], pair[1]);
        Canary.cookie(pair[1]);
      }
    }
    return reply;
  }

  /** Where Keycloak, which knows this browser, sends it back to in the end. */
  public String through(String path) {
    var reply = get(path).expect(302);
    var at = URI.create(EndToEnd.stack().urls().web()).resolve(location(reply));
    var here = at.getAuthority();
    while (!at.getPath().startsWith("/login/")) {
      reply = send(HttpRequest.newBuilder(at).build()).expect(302);
      at = at.resolve(location(reply));
    }
    if (!at.getAuthority().equals(here)) {
      throw new IllegalStateException("Sent to " + at);
    }
    return location(send(HttpRequest.newBuilder(at).build()).expect(302));
  }

  private Reply follow(HttpRequest request) {
    var reply = send(request);
    var at = request.uri();
    while (reply.status() == 302) {
      at = at.resolve(location(reply));
      reply = send(HttpRequest.newBuilder(at).build());
    }
    return reply;
  }

  public String cookie(String name) {
    var own = cookies.getOrDefault(origin(URI.create(EndToEnd.stack().urls().web())), Map.of());
    return own.getOrDefault(name, "");
  }

  /** As somebody does who can plant a cookie in another's browser. */
  public void plant(String name, String value) {
    cookies
        .computeIfAbsent(origin(URI.create(EndToEnd.stack().urls().web())), _ -> new HashMap<>())
        .put(name, value);
  }

  private static String origin(URI uri) {
    return uri.getHost() + ":" + uri.getPort();
  }
}
