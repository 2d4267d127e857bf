package org.pris.notification;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** A name server in an attacker's hand: each name answers what comes next, the last for good. */
public final class Names implements DnsResolver {

  public static final DnsResolver REAL = SystemDefaultDnsResolver.INSTANCE;

  private final Map<String, Deque<InetAddress[]>> answers = new ConcurrentHashMap<>();

  public final AtomicInteger asked = new AtomicInteger();

  /** The next answer for this name, each of one or more literal addresses. */
  public Names then(String host, String... addresses) {
    answers
        .computeIfAbsent(host, _ -> new ArrayDeque<>())
        .add(Stream.of(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new));
    return this;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    asked.incrementAndGet();
    var next = answers.get(host);
    if (next == null) {
      throw new UnknownHostException(host);
    }
    return next.size() > 1 ? next.remove() : next.element();
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
