package org.pris.local.keycloak;

import java.util.List;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * Several instances of web, each at an address of its own instead of behind one: people are sent
 * back to the one they came from.
 */
public final class RealmStepWebs {

  private static final String SIGNED_OUT = "post.logout.redirect.uris";

  private RealmStepWebs() {}

  /**
   * @param others addresses beside the one that the file names, separated by commas; may be empty
   */
  public static void add(RealmRepresentation realm, String others) {
    if (others.isBlank()) {
      return;
    }
    for (var client : realm.getClients()) {
      if (client.getClientId().equals("pris-web")) {
        List.of(others.split(",", -1)).forEach(it -> add(client, client.getRootUrl(), it));
      }
    }
  }

  private static void add(ClientRepresentation client, String first, String other) {
    for (var uri : List.copyOf(client.getRedirectUris())) {
      if (uri.startsWith(first + "/")) {
        client.getRedirectUris().add(other + uri.substring(first.length()));
      }
    }
    client.getAttributes().merge(SIGNED_OUT, other + "/", (all, one) -> all + "##" + one);
  }
}
