package org.pris.notification.delivery;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.pris.platform.problem.Invalid;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Keeps the service from being sent into networks that only it can reach. Asked when an endpoint is
 * created, for the sake of whoever types, and on every connection, for the sake of safety: names
 * change what they mean.
 */
@Component
public class AddressGuard {

  /** IANA's special-purpose registry; what is not routed in the public is no endpoint. */
  private static final List<IpAddressMatcher> NOT_PUBLIC_4 =
      ranges(
          Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4"));

  /** Only global unicast is public: loopback, ULA, link-local, multicast, NAT64 lie outside. */
  private static final IpAddressMatcher PUBLIC_6 = new IpAddressMatcher("2000::/3");

  /** Teredo and the like, documentation, 6to4: inside it, and lead elsewhere. */
  private static final List<IpAddressMatcher> NOT_PUBLIC_6 =
      ranges(Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"));

  /** A name whose last part begins with a digit is an address to somebody. */
  private static final Pattern NUMERIC = Pattern.compile("(^|\\.)\\d[^.]*\\.?$");

  private static final Pattern FOUR_NUMBERS =
      Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

  private static final int LONGEST_URL = 2_048;

  private final List<IpAddressMatcher> allowed;
  private final DnsResolver names;

  public AddressGuard(DeliveryRules rules, DnsResolver names) {
    allowed = ranges(rules.allowedPrivate().stream());
    this.names = names;
  }

  /** Whether it may be called over TLS. */
  boolean admits(InetAddress address) {
    return allows(address) || isPublic(address);
  }

  /** Whether it lies in the networks allowed by configuration: there plain HTTP will do. */
  public boolean allows(InetAddress address) {
    return within(allowed, address);
  }

  /**
   * Refuses what must not be called, with the reason.
   *
   * @throws Invalid on the field {@code url}
   */
  public void check(String url) {
    var uri = parsed(url);
    var plain = plain(uri);
    InetAddress[] addresses;
    try {
      addresses = names.resolve(uri.getHost());
    } catch (UnknownHostException _) {
      if (plain || uri.getHost().startsWith("[")) {
        throw refused("has a host without an address");
      }
      return; // it may be registered tomorrow; every connection asks again
    }
    if (!Arrays.stream(addresses).allMatch(plain ? this::allows : this::admits)) {
      throw refused(
          plain ? "must be https" : "leads to an address that is not public, which is not allowed");
    }
  }

  static boolean plain(URI uri) {
    return uri.getScheme().equalsIgnoreCase("http");
  }

  private URI parsed(String url) {
    if (url.length() > LONGEST_URL) {
      throw refused("must have at most " + LONGEST_URL + " characters");
    }
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException _) {
      throw refused("is not a URL");
    }
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw refused("must be https");
    }
    if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw refused("has no host that can be called");
    }
    if (NUMERIC.matcher(uri.getHost()).find() && !FOUR_NUMBERS.matcher(uri.getHost()).matches()) {
      throw refused("has an address that can be read in two ways");
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw refused("must have neither user nor fragment");
    }
    return uri;
  }

  private static boolean isPublic(InetAddress address) {
    return address instanceof Inet6Address
        ? PUBLIC_6.matches(text(address)) && !within(NOT_PUBLIC_6, address)
        : !within(NOT_PUBLIC_4, address);
  }

  private static boolean within(List<IpAddressMatcher> ranges, InetAddress address) {
    return ranges.stream().anyMatch(it -> it.matches(text(address)));
  }

  /** Without the interface that an IPv6 address may name. */
  private static String text(InetAddress address) {
    var text = address.getHostAddress();
    var scope = text.indexOf('%');
    return scope < 0 ? text : text.substring(0, scope);
  }

  private static List<IpAddressMatcher> ranges(Stream<String> ranges) {
    return ranges.map(IpAddressMatcher::new).toList();
  }

  private static Invalid refused(String why) {
    return new Invalid("url", why);
  }
}
