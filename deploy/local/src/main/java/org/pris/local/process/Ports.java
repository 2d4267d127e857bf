package org.pris.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Who listens where. */
public record Ports(Map<String, Integer> byName) {

  /** Further ones would meet Keycloak's port. */
  public static final int MOST_INSTANCES = 4;

  /** From a service's port to that of its next instance: clear of all others. */
  private static final int STEP = 20;

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
  public static Ports standard(Options options) {
    var ports = new LinkedHashMap<>(STANDARD);
    for (var instance : Instance.all(options.instances())) {
      var first = Objects.requireNonNull(STANDARD.get(instance.service()));
      ports.put(instance.name(), first + (instance.number() - 1) * STEP);
    }
    ports.replaceAll((_, port) -> port + options.portOffset());
    return new Ports(ports);
  }

  /** Ports that nobody has at this moment: for tests that run beside each other. */
  public static Ports free(Options options) {
    var names = new LinkedHashSet<>(STANDARD.keySet());
    Instance.all(options.instances()).forEach(it -> names.add(it.name()));
    var ports = new LinkedHashMap<String, Integer>();
    var held = new ArrayList<ServerSocket>();
    try {
      for (var name : names) {
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
  public List<String> taken(List<String> names) {
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
