package org.pris.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.notification.Names;
import org.pris.notification.Receiver;
import org.pris.notification.Rules;
import org.pris.notification.webhook.DeliveryAttempt;
import org.pris.notification.webhook.DeliveryAttempt.Failure;
import org.pris.notification.webhook.Webhook;
import org.pris.notification.webhook.WebhookSecret;
import org.pris.notification.webhook.WebhookSettings;
import org.pris.notification.webhook.WebhookSettingsTest;
import org.pris.platform.store.SecretSealer;

@DisplayName("An attempt")
class SenderTest {

  final SecretSealer vault = new SecretSealer("k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
  final Sender sender = sender("127.0.0.0/8");

  private Sender sender(String... allowed) {
    return sender(Names.REAL, allowed);
  }

  private Sender sender(DnsResolver names, String... allowed) {
    var rules = Rules.allowing(allowed);
    return new Sender(vault, new AddressGuard(rules, names), names, rules, Clock.systemUTC());
  }

  @AfterEach
  void close() throws IOException {
    sender.destroy();
  }

  private DeliveryAttempt send(String url) {
    return send(sender, url);
  }

  private DeliveryAttempt send(Sender by, String url) {
    var id = UUID.randomUUID();
    var kept =
        new Webhook.Kept(
            vault.seal(id.toString(), WebhookSecret.random().bytes()), "abcd", Instant.EPOCH, null);
    var settings = WebhookSettingsTest.settings(List.of("*"), List.of(), null, false);
    var webhook =
        new Webhook(
            id,
            "",
            new WebhookSettings(url, "", settings.events(), List.of(), null, false, false),
            Instant.EPOCH,
            Instant.EPOCH,
            List.of(kept),
            null,
            null,
            null,
            null,
            Map.of(),
            null);
    return by.send(webhook, UUID.randomUUID(), "{}");
  }

  @Test
  @DisplayName("follows no redirect")
  void redirect() throws IOException {
    try (var receiver = new Receiver().answers(302)) {
      var attempt = send(receiver.url());

      assertThat(attempt.status()).isEqualTo(302);
      assertThat(attempt.succeeded()).isFalse();
      assertThat(receiver.got()).hasSize(1);
    }
  }

  @Test
  @DisplayName("ends in time where nobody answers")
  void silence() throws IOException {
    try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      var attempt = send("http://127.0.0.1:" + silent.getLocalPort());

      assertThat(attempt.error()).isEqualTo(Failure.TIMEOUT);
      assertThat(Duration.ofMillis(attempt.durationMs())).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  @DisplayName("ends in time where the answer comes byte by byte")
  void drip() throws IOException {
    try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> say(server, "X-Slow: a\r\n", 10));

      var attempt = send("http://127.0.0.1:" + server.getLocalPort());

      assertThat(attempt.error()).isEqualTo(Failure.TIMEOUT);
      assertThat(Duration.ofMillis(attempt.durationMs())).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  @DisplayName("does not read a body without end")
  void endless() throws IOException {
    try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> say(server, "\r\n" + "x".repeat(10_000), 0));

      var attempt = send("http://127.0.0.1:" + server.getLocalPort());

      assertThat(attempt.status()).isEqualTo(200);
    }
  }

  /** The head of an answer, then the same over and over until the caller is gone. */
  @SuppressWarnings("BusyWait")
  private static void say(ServerSocket server, String overAndOver, int millisBetween) {
    try (Socket call = server.accept()) {
      var out = call.getOutputStream();
      out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
      while (true) {
        out.write(overAndOver.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        Thread.sleep(millisBetween); // the slowness is what is tested
      }
    } catch (IOException | InterruptedException _) {
      // the caller has hung up
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n",
        "Content-Length: 999999999999\r\n\r\nx",
        "Content-Type: text/html\r\n\r\n<html>"
      })
  @DisplayName("is decided by the status line, however long the body goes on")
  void statusLine(String headAndBody) throws IOException {
    try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> sayThenDrip(server, headAndBody));

      var attempt = send("http://127.0.0.1:" + server.getLocalPort());

      assertThat(attempt.succeeded()).isTrue();
      assertThat(attempt.error()).isNull();
      assertThat(Duration.ofMillis(attempt.durationMs())).isLessThan(Duration.ofSeconds(2));
    }
  }

  /** One byte a second after the head, as a receiver that never ends. */
  @SuppressWarnings("BusyWait")
  private static void sayThenDrip(ServerSocket server, String headAndBody) {
    try (Socket call = server.accept()) {
      var out = call.getOutputStream();
      out.write(("HTTP/1.1 200 OK\r\n" + headAndBody).getBytes(StandardCharsets.US_ASCII));
      while (true) {
        out.flush();
        Thread.sleep(1_000); // the slowness is what is tested
        out.write("1\r\nx\r\n".getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException | InterruptedException _) {
      // the caller has hung up
    }
  }

  @Test
  @DisplayName("says that nothing listens there")
  void unreachable() throws IOException {
    int port;
    try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }

    assertThat(send("http://127.0.0.1:" + port).error()).isEqualTo(Failure.UNREACHABLE);
  }

  @Test
  @DisplayName("says that there is no encryption where there has to be")
  void tls() throws IOException {
    try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> say(server, "\r\n", 10));

      var attempt = send("https://127.0.0.1:" + server.getLocalPort());

      assertThat(attempt.error()).isEqualTo(Failure.TLS);
    }
  }

  @Test
  @DisplayName("connects to no private address, whatever was once created")
  void guarded() throws IOException {
    var strict = sender();
    try (var receiver = new Receiver()) {
      assertThat(send(strict, receiver.url()).error()).isEqualTo(Failure.ADDRESS_REFUSED);
      assertThat(send(strict, receiver.url().replace("http:", "https:")).error())
          .isEqualTo(Failure.ADDRESS_REFUSED);
      assertThat(send(strict, receiver.url().replace("127.0.0.1", "localhost")).error())
          .isEqualTo(Failure.ADDRESS_REFUSED);
      assertThat(receiver.got()).isEmpty();
    } finally {
      strict.destroy();
    }
  }

  @Test
  @DisplayName("connects to no private address that a name comes to mean after it was judged")
  void rebound() throws IOException {
    try (var receiver = new Receiver()) {
      var url = receiver.url().replace("127.0.0.1", "rebound.example");
      for (var inside : List.of("127.0.0.1", "::ffff:127.0.0.1", "::1", "64:ff9b::7f00:1")) {
        var names =
            new Names().then("rebound.example", "93.184.216.34").then("rebound.example", inside);
        var judged = new AddressGuard(Rules.allowing(), names);
        judged.check(url.replace("http:", "https:"));
        var strict = sender(names);

        assertThat(send(strict, url.replace("http:", "https:")).error())
            .isEqualTo(Failure.ADDRESS_REFUSED);
        assertThat(send(strict, url).error()).isEqualTo(Failure.ADDRESS_REFUSED);
        strict.destroy();
      }
      assertThat(receiver.got()).isEmpty();
    }
  }

  @Test
  @DisplayName("looks a name up once, and connects to the very address that was judged")
  void lookedUpOnce() throws IOException {
    try (var receiver = new Receiver()) {
      var names = new Names().then("once.example", "127.0.0.1").then("once.example", "10.0.0.1");
      var lenient = sender(names, "127.0.0.0/8");

      var attempt = send(lenient, receiver.url().replace("127.0.0.1", "once.example"));

      assertThat(attempt.succeeded()).isTrue();
      assertThat(names.asked).hasValue(1);
      assertThat(receiver.got()).hasSize(1);
      assertThat(send(lenient, receiver.url().replace("127.0.0.1", "once.example")).error())
          .isEqualTo(Failure.ADDRESS_REFUSED);
      lenient.destroy();
    }
  }

  @Test
  @DisplayName("sends nothing over plain HTTP into the public")
  void plain() {
    assertThat(send("http://93.184.216.34/").error()).isEqualTo(Failure.ADDRESS_REFUSED);
  }
}
