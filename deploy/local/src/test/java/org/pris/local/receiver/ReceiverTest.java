package org.pris.local.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pris.local.process.Folders;
import org.pris.local.process.Options;
import org.pris.local.process.Ports;
import org.pris.local.process.ProcessIds;
import org.pris.local.process.Program;
import org.pris.local.process.SupervisedProcess;
import org.pris.local.process.Urls;
import tools.jackson.databind.json.JsonMapper;

/** As a process of its own, the way the runner starts it. */
@DisplayName("The demo's endpoint of an agency")
class ReceiverTest {

  static final String SECRET =
      "whsec_" + Base64.getEncoder().encodeToString("a secret of the test ....".getBytes(UTF_8));

  static final String BODY =
      """
      {"type": "case.opened.v1", "data": {"caseReference": "PRIS-2026-000001", "sequence": 1}}\
      """;

  final HttpClient http = HttpClient.newHttpClient();

  final Urls urls = new Urls(Ports.free(Options.DEFAULTS), "127.0.0.1", "localhost");

  @TempDir Path folder;

  SupervisedProcess process =
      new SupervisedProcess(
          new Program("unset", java.util.List.of(), java.util.Map.of(), () -> true),
          Path.of("unset"),
          new ProcessIds(Path.of("unset")),
          _ -> {});

  @BeforeEach
  void start() throws Exception {
    var home = new Folders(folder, folder);
    var pids = new ProcessIds(folder.resolve("pids"));
    process =
        new SupervisedProcess(Receiver.program(home, urls), folder.resolve("log"), pids, _ -> {});
    process.start();
    process.awaitReady(Duration.ofSeconds(20));
    put("/secret", "{\"secret\": \"" + SECRET + "\"}");
  }

  @AfterEach
  void stop() {
    process.stop(Duration.ofSeconds(5));
  }

  @Test
  @DisplayName("takes what is rightly signed, and shows it with its case and number")
  void right() throws Exception {
    assertThat(deliver("msg-1", Instant.now(), SECRET)).isEqualTo(204);

    var all = JsonMapper.shared().readTree(get("/received"));
    assertThat(all).hasSize(1);
    assertThat(all.get(0).path("id").asString()).isEqualTo("msg-1");
    assertThat(all.get(0).path("signed").asBoolean()).isTrue();
    assertThat(get("/")).contains("PRIS-2026-000001", "case.opened.v1");
  }

  @Test
  @DisplayName("refuses another secret and a moment long ago, and keeps what it refused")
  void wrong() throws Exception {
    var other = "whsec_" + Base64.getEncoder().encodeToString("another".getBytes(UTF_8));
    assertThat(deliver("msg-1", Instant.now(), other)).isEqualTo(401);
    assertThat(deliver("msg-2", Instant.now().minusSeconds(600), SECRET)).isEqualTo(401);

    assertThat(get("/received")).contains("msg-1", "msg-2").contains("\"signed\":false");
  }

  @Test
  @DisplayName("tells its endpoints apart, each with a secret of its own")
  void named() throws Exception {
    var other = "whsec_" + Base64.getEncoder().encodeToString("another".getBytes(UTF_8));
    put("/secret/filtered", "{\"secret\": \"" + other + "\"}");

    assertThat(deliver("/hook/filtered", "msg-1", Instant.now(), other)).isEqualTo(204);
    assertThat(deliver("/hook/filtered", "msg-2", Instant.now(), SECRET)).isEqualTo(401);
    assertThat(deliver("/hook", "msg-3", Instant.now(), SECRET)).isEqualTo(204);
    assertThat(JsonMapper.shared().readTree(get("/received")).findValuesAsString("endpoint"))
        .containsExactly("filtered", "filtered", "");
  }

  @Test
  @DisplayName("fails as often as it was told to")
  void fails() throws Exception {
    put("/answers", "{\"status\": 503, \"times\": 2}");

    assertThat(deliver("msg-1", Instant.now(), SECRET)).isEqualTo(503);
    assertThat(deliver("msg-1", Instant.now(), SECRET)).isEqualTo(503);
    assertThat(deliver("msg-1", Instant.now(), SECRET)).isEqualTo(204);
  }

  @Test
  @DisplayName("still knows its secret and what it received after a crash")
  void restarted() throws Exception {
    deliver("msg-1", Instant.now(), SECRET);

    process.kill();

    await().until(() -> process.restarts() == 1);
    process.awaitReady(Duration.ofSeconds(20));
    assertThat(deliver("msg-2", Instant.now(), SECRET)).isEqualTo(204);
    assertThat(get("/received")).contains("msg-1", "msg-2");
  }

  @Test
  @DisplayName("starts again although it was killed in the middle of writing down a delivery")
  void torn() throws Exception {
    deliver("msg-1", Instant.now(), SECRET);
    var file = folder.resolve("receiver/received.jsonl");
    Files.writeString(file, "{\"at\": \"2026-11-2", StandardOpenOption.APPEND);

    process.kill();

    await().until(() -> process.restarts() == 1);
    process.awaitReady(Duration.ofSeconds(20));
    assertThat(deliver("msg-2", Instant.now(), SECRET)).isEqualTo(204);
    assertThat(JsonMapper.shared().readTree(get("/received")).findValuesAsString("id"))
        .containsExactly("msg-1", "msg-2");
  }

  private int deliver(String id, Instant at, String secret) throws Exception {
    return deliver("/hook", id, at, secret);
  }

  private int deliver(String path, String id, Instant at, String secret) throws Exception {
    var timestamp = Long.toString(at.getEpochSecond());
    var mac = Mac.getInstance("HmacSHA256");
    var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    var signed = mac.doFinal((id + "." + timestamp + "." + BODY).getBytes(UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(urls.receiver() + path))
            .header("webhook-id", id)
            .header("webhook-timestamp", timestamp)
            .header("webhook-signature", "v1,AAAA v1," + Base64.getEncoder().encodeToString(signed))
            .POST(HttpRequest.BodyPublishers.ofString(BODY))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private String get(String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(urls.receiver() + path)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private void put(String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(urls.receiver() + path))
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build();
    var response = http.send(request, HttpResponse.BodyHandlers.discarding());
    assertThat(response.statusCode()).isEqualTo(204);
  }
}
