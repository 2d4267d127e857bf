package org.pris.notification.delivery;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.pris.notification.webhook.DeliveryAttempt;
import org.pris.notification.webhook.DeliveryAttempt.Failure;
import org.pris.notification.webhook.Webhook;
import org.pris.notification.webhook.WebhookSecret;
import org.pris.notification.webhook.Webhooks;
import org.pris.platform.store.SecretSealer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Makes one attempt: signed, to an admitted address only, without following redirects, over within
 * its time whatever the receiver does. The answer's body is not even read.
 */
@Component
public class Sender implements DisposableBean {

  private static final Timeout CONNECT = Timeout.ofSeconds(5);
  private static final int PER_HOST = 8;

  private final SecretSealer vault;
  private final Clock clock;
  private final Duration longest;
  private final CloseableHttpClient secure;
  private final CloseableHttpClient plain;

  public Sender(
      SecretSealer vault, AddressGuard guard, DnsResolver names, DeliveryRules rules, Clock clock) {
    this.vault = vault;
    this.clock = clock;
    longest = rules.attemptTimeout();
    secure = client(new GuardedNameResolver(guard::admits, names));
    plain = client(new GuardedNameResolver(guard::allows, names));
  }

  public DeliveryAttempt send(Webhook webhook, UUID id, String body) {
    var at = clock.instant();
    var start = System.nanoTime();
    Answer answer = null;
    Failure error = null;
    try {
      answer = call(URI.create(webhook.settings().url()), headed(webhook, id, body, at));
    } catch (SecretSealer.Unreadable _) {
      error = Failure.SECRET_UNREADABLE;
    } catch (IOException e) {
      error = named(e);
    } catch (TimeoutException _) {
      error = Failure.TIMEOUT;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      error = Failure.BROKEN;
    }
    return new DeliveryAttempt(
        at,
        (System.nanoTime() - start) / 1_000_000,
        answer == null ? null : answer.status(),
        error,
        answer == null
            ? null
            : RetryAfter.of(answer.status(), answer.retryAfter(), clock.instant()));
  }

  private HttpPost headed(Webhook webhook, UUID id, String body, Instant at)
      throws SecretSealer.Unreadable {
    var signatures = new StringBuilder();
    for (var kept : webhook.signing(at)) {
      var secret = WebhookSecret.of(vault.open(webhook.id().toString(), kept.sealed()));
      signatures.append(signatures.isEmpty() ? "" : " ");
      signatures.append(secret.signature(id.toString(), at.getEpochSecond(), body));
    }
    var request = new HttpPost(URI.create(webhook.settings().url()));
    request.setHeader("webhook-id", id);
    request.setHeader("webhook-timestamp", at.getEpochSecond());
    request.setHeader("webhook-signature", signatures);
    request.setEntity(
        new StringEntity(body, ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
    return request;
  }

  /** On a thread of its own, for a lookup of a name can be bounded in no other way. */
  private Answer call(URI uri, HttpPost request)
      throws IOException, TimeoutException, InterruptedException {
    var call = new FutureTask<>(() -> answer(uri, request));
    Thread.startVirtualThread(call);
    try {
      return call.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      request.cancel();
      call.cancel(true);
    }
  }

  private Answer answer(URI uri, HttpPost request) throws IOException {
    var client = AddressGuard.plain(uri) ? plain : secure;
    var answer = client.executeOpen(HttpHost.create(uri), request, null);
    var retryAfter = answer.getFirstHeader(HttpHeaders.RETRY_AFTER);
    var heard = new Answer(answer.getCode(), retryAfter == null ? null : retryAfter.getValue());
    request.cancel(); // drops the connection: closing the answer would read its body to the end
    return heard;
  }

  /** What the head of an answer says. */
  private record Answer(int status, @Nullable String retryAfter) {}

  private static Failure named(IOException e) {
    return switch (e) {
      case GuardedNameResolver.Refused _ -> Failure.ADDRESS_REFUSED;
      case UnknownHostException _ -> Failure.UNKNOWN_HOST;
      case SSLException _ -> Failure.TLS;
      case InterruptedIOException _ -> Failure.TIMEOUT;
      case ConnectException _, NoRouteToHostException _ -> Failure.UNREACHABLE;
      default -> Failure.BROKEN;
    };
  }

  private static CloseableHttpClient client(DnsResolver names) {
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(names)
            .setMaxConnPerRoute(PER_HOST)
            .setMaxConnTotal(PER_HOST * Webhooks.MOST)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(CONNECT)
                    .setSocketTimeout(Timeout.ofSeconds(20))
                    .build())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        // each attempt connects anew: nothing stale, and its address is judged
        .setConnectionReuseStrategy((_, _, _) -> false)
        .setUserAgent("PRIS-Webhooks/1")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  @Override
  public void destroy() throws IOException {
    secure.close();
    plain.close();
  }
}
