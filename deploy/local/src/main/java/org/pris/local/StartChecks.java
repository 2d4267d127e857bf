package org.pris.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.pris.local.keycloak.Keycloak;
import org.pris.local.mongo.MongoChoice;
import org.pris.local.process.Folders;
import org.pris.local.process.Options;
import org.pris.local.process.Ports;
import org.pris.local.process.StartFailed;

/** What is looked at, and emptied where that was asked for, before anything is started. */
public record StartChecks(Folders home, Ports ports, MongoChoice mongo, Consumer<String> console) {

  void checkPorts() {
    var names = new ArrayList<>(ports.byName().keySet());
    if (mongo.program() == null) {
      names.remove("mongodb");
    }
    var taken = ports.taken(names);
    if (!taken.isEmpty()) {
      throw new StartFailed(
          "These ports are needed:\n"
              + String.join("\n", taken)
              + "\nEnd what has them, or move all ports of PRIS: --port-offset 1000");
    }
  }

  /** The realm step adds people and never removes them. */
  public void checkPeople(Options options) {
    if (options.listen() != null && Keycloak.hasDemoPeople(home)) {
      throw new StartFailed(
          "An earlier run has made the demo's accounts here, whose password everybody knows: not"
              + " with --listen, unless --fresh begins anew");
    }
  }

  /** Events that one database has taken in are not sent again for another. */
  public void sameDatabaseAsBefore() {
    var file = home.folder().resolve("mongodb.used");
    try {
      if (Files.exists(file) && !Files.readString(file).equals(mongo.said())) {
        throw new StartFailed(
            "The last run used another MongoDB (%s); now it would be %s, without its data. Ask for"
                    .formatted(Files.readString(file), mongo.said())
                + " the former with --mongo, or begin anew with --fresh");
      }
      Files.writeString(file, mongo.said());
    } catch (IOException e) {
      throw new StartFailed("Cannot write " + file, e);
    }
  }

  /** Everything of earlier runs but logs and secrets. */
  public void empty() {
    console.accept("Emptying what earlier runs left");
    for (var data :
        List.of("kafka", "mongodb", "mongodb-stand-in", "keycloak", "receiver", "demo")) {
      Folders.delete(home.folder().resolve(data));
      home.data(data);
    }
    Folders.delete(home.folder().resolve("mongodb.used"));
  }
}
