package org.pris.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who listens where. */
public record Ports(Map<String, Integer> byName) {

  private static final Map<String, Integer> STANDARD = new LinkedHashMap<>();

  static {
    STANDARD.put("web", 8080);
    STANDARD.put("intake", 8081);
    STANDARD.put("triage", 8082);
    STANDARD.put("remediation", 8083);
    STANDARD.put("timeline", 8084);
    STANDARD.put("notification", 8085);
    STANDARD.put("receiver", 8090);
    STANDARD.put("keycloak", 8180);
    STANDARD.put("keycloak-management", 9000);
    STANDARD.put("kafka", 9092);
    STANDARD.put("kafka-controller", 9093);
    STANDARD.put("mongodb", 27_017);
  }

  /** The ports of the documentation, all moved by the same number. */
  public static Ports standard(int offset) {
    var ports = new LinkedHashMap<String, Integer>();
    STANDARD.forEach((name, port) -> ports.put(name, port + offset));
    return new Ports(ports);
  }

  /** Ports that nobody has at this moment: for tests that run beside each other. */
  public static Ports free() {
    var ports = new LinkedHashMap<String, Integer>();
    var held = new ArrayList<ServerSocket>();
    try {
      for (var name : STANDARD.keySet()) {
        var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        ports.put(name, socket.getLocalPort());
      }
      for (var socket : held) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Ports(ports);
  }

  public int of(String name) {
    var port = byName.get(name);
    if (port == null) {
      throw new IllegalArgumentException("No port is called " + name);
    }
    return port;
  }

  /** A sentence for each port that another process has. */
  List<String> taken(List<String> names) {
    return names.stream()
        .filter(it -> !isFree(of(it)))
        .map(it -> "  %d (%s) is taken%s".formatted(of(it), it, PortOwner.of(of(it))))
        .toList();
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true); // what a server just ended left behind is no hindrance
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
