package org.pris.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An endpoint of the agency, on loopback, that verifies for itself what it gets. */
public final class Receiver implements AutoCloseable {

  /** What arrived. */
  record Got(UUID id, long timestamp, List<String> signatures, String text) {

    JsonNode json() {
      return JsonMapper.shared().readTree(text);
    }

    long sequence() {
      return json().at("/data/sequence").asLong();
    }

    /** Written from the specification of Standard Webhooks, sharing nothing with the service. */
    boolean signedWith(String whsec) {
      try {
        var key = Base64.getDecoder().decode(whsec.substring("whsec_".length()));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.US_ASCII));
        var expected = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        return signatures.stream()
            .filter(it -> it.startsWith("v1,"))
            .map(it -> Base64.getDecoder().decode(it.substring(3)))
            .anyMatch(it -> MessageDigest.isEqual(it, expected));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private final HttpServer server;
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private volatile Function<Got, Integer> answer = _ -> 204;

  public Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::receive);
    server.start();
  }

  private void receive(HttpExchange call) throws IOException {
    var headers = call.getRequestHeaders();
    var it =
        new Got(
            UUID.fromString(headers.getFirst("webhook-id")),
            Long.parseLong(headers.getFirst("webhook-timestamp")),
            Arrays.asList(headers.getFirst("webhook-signature").split(" ")),
            new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    got.add(it);
    var status = answer.apply(it);
    if (status == 302) {
      call.getResponseHeaders().set("Location", url() + "/elsewhere");
    }
    call.sendResponseHeaders(status, -1);
    call.close();
  }

  public Receiver answers(int status) {
    answer = _ -> status;
    return this;
  }

  public Receiver answers(Function<Got, Integer> how) {
    answer = how;
    return this;
  }

  public List<Got> got() {
    return List.copyOf(got);
  }

  List<Long> sequences() {
    return got.stream().map(Got::sequence).toList();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/pris";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
