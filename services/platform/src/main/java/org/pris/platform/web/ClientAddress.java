package org.pris.platform.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from. */
public record ClientAddress(String text) {

  private static final int NETWORK = 8;

  /** One customer of a network: an IPv6 network of 64 bits is theirs to draw addresses from. */
  String network() {
    try {
      var address = InetAddress.ofLiteral(text);
      return address instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK))
          : address.getHostAddress();
    } catch (IllegalArgumentException _) {
      return text;
    }
  }
}
