package org.pris.notification.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up for a connection and hands out only admitted addresses: those are connected to.
 */
final class GuardedNameResolver implements DnsResolver {

  private final Predicate<InetAddress> admitted;
  private final DnsResolver names;

  public GuardedNameResolver(Predicate<InetAddress> admitted, DnsResolver names) {
    this.admitted = admitted;
    this.names = names;
  }

  /** One address that is not admitted spoils the name: it is no accident. */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var addresses = names.resolve(host);
    if (!Arrays.stream(addresses).allMatch(admitted)) {
      throw new Refused();
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** The name leads where we do not go. */
  public static final class Refused extends UnknownHostException {
    private static final long serialVersionUID = 1L;
  }
}
