package org.pris.local.client;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.pris.local.receiver.Receiver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A regional agency's endpoint of the tests' own, subscribed to everything. */
public final class Agency {

  private final String address;

  private final String webhook;

  private Agency(String address, String webhook) {
    this.address = address;
    this.webhook = webhook;
  }

  public static Agency subscribed(Path folder) throws IOException {
    var port = freePort();
    Receiver.main(Integer.toString(port), folder.toString());
    var address = "http://localhost:" + port;
    var created =
        Account.of("admin1")
            .post(
                "/api/webhooks",
                """
                {"url": "%s/hook", "description": "Agence des essais", "events": ["*"]}\
                """
                    .formatted(address))
            .expect(201)
            .json();
    var secret = created.path("secret").asString();
    var request =
        HttpRequest.newBuilder(URI.create(address + "/secret"))
            .PUT(BodyPublishers.ofString("{\"secret\": \"" + secret + "\"}"))
            .build();
    Account.send(request).expect(204);
    return new Agency(address, created.path("id").asString());
  }

  String webhook() {
    return webhook;
  }

  /** A line of its log, as soon as there is one. */
  public JsonNode delivery() {
    var path = "/api/webhooks/" + webhook + "/deliveries";
    return TheCase.answered(Account.of("admin1"), path, it -> !it.path("items").isEmpty())
        .path("items")
        .get(0);
  }

  /** Ends the subscription, so that it does not go on over later tests. */
  public void unsubscribe() {
    Account.of("admin1").call("DELETE", "/api/webhooks/" + webhook, null).expect(204);
  }

  public String everything() {
    return Account.send(HttpRequest.newBuilder(URI.create(address + "/received")).build())
        .expect(200)
        .text();
  }

  /** What came about a case, in the order of arrival. */
  public List<JsonNode> about(TheCase theCase) {
    return JsonMapper.shared()
        .readTree(everything())
        .valueStream()
        .filter(it -> it.at("/body/data/caseId").asString("").equals(theCase.id()))
        .toList();
  }

  /** The same, once an event of this type is among it. */
  public List<JsonNode> about(TheCase theCase, String type) {
    return await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> about(theCase), it -> types(it).contains(type));
  }

  public static List<String> types(List<JsonNode> receipts) {
    return receipts.stream().map(it -> it.at("/body/type").asString("")).distinct().toList();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
