package org.pris.local.process;

import java.util.List;

/**
 * Addresses as browsers and tokens see them. {@code localhost} and {@code 127.0.0.1} would be two
 * issuers: it is the first, everywhere.
 *
 * @param host what web and Keycloak listen on; all else stays on loopback
 */
public record Urls(Ports ports, String host, String name) {

  public static Urls of(Ports ports, Options options) {
    var listen = options.listen();
    return listen == null
        ? new Urls(ports, "127.0.0.1", "localhost")
        : new Urls(ports, listen, listen);
  }

  public String web() {
    return web(Instance.first("web"));
  }

  /** Each instance of web has an address of its own; a session is known to all of them. */
  public List<String> webs() {
    return Instance.of("web", Ports.MOST_INSTANCES).stream()
        .filter(it -> ports.byName().containsKey(it.name()))
        .map(this::web)
        .toList();
  }

  public String web(Instance instance) {
    return "http://" + name + ":" + ports.of(instance.name());
  }

  public String keycloak() {
    return "http://" + name + ":" + ports.of("keycloak");
  }

  public String issuer() {
    return keycloak() + "/realms/pris";
  }

  public String receiver() {
    return "http://localhost:" + ports.of("receiver");
  }

  /** The first instance of a service. */
  public String inside(String service) {
    return inside(Instance.first(service));
  }

  public String inside(Instance instance) {
    var at = instance.service().equals("web") ? host : "127.0.0.1";
    return "http://" + at + ":" + ports.of(instance.name());
  }
}
