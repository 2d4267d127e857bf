package org.pris.local.deployment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.RealmRepresentation;
import org.pris.local.keycloak.RealmStepFile;

/** The realm as its files make it, each time another one to look at. */
final class Realms {

  static final Path FILE = Path.of("../keycloak/pris-realm.json");

  static final Path DEMO_FILE = Path.of("demo-realm.json");

  static final Map<String, String> VALUES =
      Map.of(
          "PRIS_WEB_URL", "https://pris.example",
          "PRIS_WEB_BACKCHANNEL_URL", "http://web:8080",
          "PRIS_WEB_CLIENT_SECRET", "a\"\\$1secret",
          "PRIS_ARS_CLIENT_SECRET", "another");

  private Realms() {}

  static RealmRepresentation production() throws IOException {
    return RealmStepFile.read(List.of(FILE), VALUES);
  }

  static RealmRepresentation demo() throws IOException {
    return RealmStepFile.read(List.of(FILE, DEMO_FILE), VALUES);
  }
}
