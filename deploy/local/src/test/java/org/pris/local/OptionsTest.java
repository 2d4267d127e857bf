package org.pris.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.local.mongo.MongoChoice;
import org.pris.local.process.Folders;
import org.pris.local.process.Options;
import org.pris.local.process.Ports;
import org.pris.local.process.StartFailed;

@DisplayName("The options of the start script")
class OptionsTest {

  @TempDir Path folder;

  final MongoChoice elsewhere = new MongoChoice("", "mongodb://u:p@db.example:27017/x", null);

  @Test
  @DisplayName("are read in any order")
  void read() {
    var options =
        Options.parse(
            "--mongo",
            "embedded",
            "--fresh",
            "--port-offset",
            "100",
            "--production-flags",
            "--instances",
            "2",
            "--demo");

    assertThat(options)
        .returns(true, Options::demo)
        .returns(true, Options::fresh)
        .returns(true, Options::productionFlags)
        .returns(100, Options::portOffset)
        .returns(2, Options::instances)
        .returns("embedded", Options::mongo)
        .returns(true, Options::demoRealm);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--demos", "--mongo", "--port-offset", "now"})
  @DisplayName("are refused where they are unknown or lack their value")
  void unknown(String option) {
    assertThatThrownBy(() -> Options.parse(option))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("--help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "5", "two"})
  @DisplayName("know how many instances of a service there can be")
  void instances(String number) {
    assertThatThrownBy(() -> Options.parse("--instances", number))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("--instances");
  }

  @Test
  @DisplayName("never open accounts with a known password to the network")
  void listen() {
    assertThatThrownBy(() -> Options.parse("--listen", "192.0.2.1"))
        .hasMessageContaining("--without-demo-realm");
    assertThat(Options.parse("--without-demo-realm", "--listen", "192.0.2.1").listen())
        .isEqualTo("192.0.2.1");
    assertThatThrownBy(() -> Options.parse("--without-demo-realm", "--listen", "0.0.0.0"))
        .hasMessageContaining("needs the address");
  }

  @Test
  @DisplayName("never open a realm to the network that has the demo's accounts from before")
  void listenLater() throws Exception {
    var home = new Folders(folder, folder);
    Files.writeString(home.data("keycloak").resolve("demo-people"), "");
    var beforehand = new StartChecks(home, Ports.standard(Options.DEFAULTS), elsewhere, _ -> {});
    var listening = Options.parse("--without-demo-realm", "--listen", "192.0.2.1");

    assertThatThrownBy(() -> beforehand.checkPeople(listening)).hasMessageContaining("--fresh");
    assertThatCode(() -> beforehand.checkPeople(Options.DEFAULTS)).doesNotThrowAnyException();

    beforehand.empty();
    assertThatCode(() -> beforehand.checkPeople(listening)).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("do not play the demo without its people")
  void demoWithoutPeople() {
    assertThatThrownBy(() -> Options.parse("--demo", "--without-demo-realm"))
        .isInstanceOf(StartFailed.class);
  }

  @Test
  @DisplayName("never go on with another database than the one that heard the events")
  void otherDatabase() {
    var home = new Folders(folder, folder);
    var one = new MongoChoice("one", "mongodb://localhost", null);
    new StartChecks(home, Ports.standard(Options.DEFAULTS), one, _ -> {}).sameDatabaseAsBefore();
    new StartChecks(home, Ports.standard(Options.DEFAULTS), one, _ -> {}).sameDatabaseAsBefore();

    var other = new StartChecks(home, Ports.standard(Options.DEFAULTS), elsewhere, _ -> {});
    assertThatThrownBy(other::sameDatabaseAsBefore)
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("another MongoDB (one)");
  }
}
