package org.pris.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.pris.platform.Ids;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's browser: keeps cookies, whichever instance a balancer leads it to. */
final class Browser {

  /** Why a session is none: it was ended elsewhere, or there is none. */
  static final String ELSEWHERE = "urn:pris:problem:signed-out";

  static final String NOBODY = "urn:pris:problem:unauthenticated";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  final Map<String, String> cookies = new ConcurrentHashMap<>();

  private final Realm realm;
  private final String username;
  private String sid = "";

  Browser(Realm realm, String username) {
    this.realm = realm;
    this.username = username;
  }

  Browser signedIn(Instance at) {
    assertThat(signIn(at, "/", Instant.now())).isEqualTo("/");
    return this;
  }

  /** Through Keycloak and back; answers where that leads to. */
  String signIn(Instance at, String to, Instant sinceAtKeycloak) {
    var asked = get(at, "/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
    var away = get(at, location(asked));
    var query = Realm.form(URI.create(location(away)).getRawQuery());
    assertThat(query).containsKeys("code_challenge", "state", "nonce");
    sid = UUID.randomUUID().toString();
    var code = realm.code(username, sid, query.getOrDefault("nonce", ""), sinceAtKeycloak);
    var back =
        get(
            at,
            "/login/oauth2/code/keycloak?code=%s&state=%s"
                .formatted(
                    code,
                    URLEncoder.encode(query.getOrDefault("state", ""), StandardCharsets.UTF_8)));
    return location(back);
  }

  /** Keycloak's name of the session. */
  String sid() {
    return sid;
  }

  String cookie(String name) {
    return Objects.requireNonNull(cookies.get(name));
  }

  static String location(HttpResponse<?> response) {
    return response.headers().firstValue("Location").orElseThrow();
  }

  /** Keycloak says to one instance that this session has ended. */
  void endedByKeycloak(Instance at) {
    var word = Realm.logoutToken(sid, Ids.of("account", username).toString(), true);
    assertThat(toldByKeycloak(at, word)).isEqualTo(200);
  }

  static int toldByKeycloak(Instance at, String logoutToken) {
    var to = URI.create(at.address() + "/logout/connect/back-channel/keycloak");
    var request =
        HttpRequest.newBuilder(to)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("logout_token=" + logoutToken))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(Instance at, String path, String... headers) {
    return send(request(at, path, headers).GET());
  }

  HttpResponse<String> post(Instance at, String path, String... headers) {
    return send(request(at, path, headers).POST(BodyPublishers.noBody()));
  }

  JsonNode me(Instance at, String... headers) {
    var answer = get(at, "/api/me", headers);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }

  static void expect(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json(answer).path("type").asString()).isEqualTo(type);
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private HttpRequest.Builder request(Instance at, String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(at.address()).resolve(path));
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          new TreeMap<>(cookies)
              .entrySet().stream()
                  .map(it -> it.getKey() + "=" + it.getValue())
                  .collect(Collectors.joining("; ")));
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofString());
      for (var header : response.headers().allValues("Set-Cookie")) {
        for (var cookie : HttpCookie.parse(header)) {
          if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
          } else {
            cookies.put(cookie.getName(), cookie.getValue());
          }
        }
      }
      return response;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
