package org.pris.local.keycloak;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.representations.idm.RealmRepresentation;
import org.pris.local.process.SecretFiles;

/**
 * Makes the realm of a file, or brings an existing one to it: settings, user profile, roles, client
 * scopes, mappers, flows, required actions and the clients that the file names. It may run as often
 * as one likes. People and groups of an existing realm are never changed; those of the file that
 * are absent are added.
 *
 * <p>Keycloak's own import only ever creates; so that there is one way and not two, a new realm is
 * made empty and closed, then brought to the file like any other and opened last.
 */
public final class RealmStep {
  private RealmStep() {}

  /** The service account that Keycloak makes at its first start ({@code KC_BOOTSTRAP_ADMIN_…}). */
  public static final String CLIENT = "pris-setup";

  /**
   * {@code RealmStep pris-realm.json [more.json]}, with {@code PRIS_KEYCLOAK_URL}, {@code
   * PRIS_KEYCLOAK_SETUP_SECRET} and the names in the files in the environment, or the same as
   * {@link SecretFiles}. {@code PRIS_WEB_OTHER_URLS}: see {@link RealmStepWebs}.
   */
  static void main(String[] files) throws IOException {
    var values = SecretFiles.read(System.getenv());
    var realm = RealmStepFile.read(Arrays.stream(files).map(Path::of).toList(), values);
    RealmStepWebs.add(realm, values.getOrDefault("PRIS_WEB_OTHER_URLS", ""));
    apply(
        URI.create(required(values, "PRIS_KEYCLOAK_URL")),
        required(values, "PRIS_KEYCLOAK_SETUP_SECRET"),
        realm);
    System.out.println("Realm " + realm.getRealm() + " is as its file says");
  }

  static void apply(URI server, String secret, RealmRepresentation realm) {
    try (var keycloak = signedIn(server, secret)) {
      if (keycloak.realms().findAll().stream()
          .noneMatch(other -> other.getRealm().equals(realm.getRealm()))) {
        var closed = new RealmRepresentation();
        closed.setRealm(realm.getRealm());
        closed.setEnabled(false);
        keycloak.realms().create(closed);
      }
    }
    // Signed in anew: a token from before the realm carries no right to it.
    try (var keycloak = signedIn(server, secret)) {
      var target = keycloak.realm(realm.getRealm());
      new RealmStepScopes(target).bring(realm);
      new RealmStepClients(target).bring(realm);
      new RealmStepFlows(target).bring(realm);
      target.update(realm);
      new RealmStepPeople(target).addAbsent(realm);
    }
  }

  private static Keycloak signedIn(URI server, String secret) {
    return KeycloakBuilder.builder()
        .serverUrl(server.toString())
        .realm("master")
        .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
        .clientId(CLIENT)
        .clientSecret(secret)
        .build();
  }

  /** The id of what was created; anything but 201 is an exception with Keycloak's status. */
  public static String created(Response response) {
    try (response) {
      return CreatedResponseUtil.getCreatedId(response);
    }
  }

  private static String required(Map<String, String> values, String name) {
    return Objects.requireNonNull(values.get(name), name + " is not set");
  }
}
