package org.pris.local;

/**
 * Addresses as browsers and tokens see them. {@code localhost} and {@code 127.0.0.1} would be two
 * issuers: it is the first, everywhere.
 *
 * @param host what web and Keycloak listen on; all else stays on loopback
 */
public record Urls(Ports ports, String host, String name) {

  static Urls of(Ports ports, Options options) {
    var listen = options.listen();
    return listen == null
        ? new Urls(ports, "127.0.0.1", "localhost")
        : new Urls(ports, listen, listen);
  }

  public String web() {
    return "http://" + name + ":" + ports.of("web");
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

  public String inside(String service) {
    return "http://" + (service.equals("web") ? host : "127.0.0.1") + ":" + ports.of(service);
  }
}
