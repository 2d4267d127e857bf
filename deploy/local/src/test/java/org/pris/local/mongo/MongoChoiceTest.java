package org.pris.local.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.local.process.Folders;
import org.pris.local.process.Options;
import org.pris.local.process.Ports;
import org.pris.local.process.StartFailed;

@DisplayName("The choice of a MongoDB")
class MongoChoiceTest {

  @TempDir Path folder;

  final Ports ports = Ports.standard(Options.DEFAULTS);

  @ParameterizedTest
  @CsvSource({
    "mongodb://localhost:27017, "
        + "mongodb://localhost:27017/pris_local_triage?w=majority&journal=true&retryWrites=true",
    "mongodb://localhost/other?w=1, mongodb://localhost/pris_local_triage?w=1",
    "mongodb+srv://u:p@a.example/?w=1, "
        + "mongodb+srv://u:p@a.example/pris_local_triage?w=1&authSource=admin",
    "mongodb://u:p@a.example/accounts?w=1, "
        + "mongodb://u:p@a.example/pris_local_triage?w=1&authSource=accounts"
  })
  @DisplayName("gives each service a database of its own, with the server's settings and sign-in")
  void database(String uri, String expected) {
    assertThat(new MongoChoice("", uri, null).database("pris_local_triage")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "mongodb://localhost, true",
    "mongodb://u:p@127.0.0.1:27017/x, true",
    "mongodb://[::1]:27017, true",
    "'mongodb://localhost:1,127.0.0.1:2', true",
    "'mongodb://localhost:1,db.example', false",
    "mongodb://localhost.example, false",
    "mongodb://127.0.0.1@db.example, false",
    "mongodb+srv://localhost, false"
  })
  @DisplayName("is on this machine only where every host of it is")
  void loopback(String uri, boolean expected) {
    assertThat(new MongoChoice("", uri, null).isOnLoopback()).isEqualTo(expected);
  }

  @Test
  @DisplayName("prefers what the command line asks for, then the variables")
  void order() throws Exception {
    var mongod = Files.createFile(folder.resolve("mongod"));
    assertThat(mongod.toFile().setExecutable(true)).isTrue();
    var both = Map.of("PRIS_MONGODB_URI", "mongodb://a.example", "PRIS_MONGOD", mongod.toString());

    assertThat(choice("embedded", both).said()).contains("stand-in");
    assertThat(choice(mongod.toString(), both).said()).contains(mongod.toString());
    assertThat(choice(null, both))
        .returns("yours at a.example", MongoChoice::said)
        .returns(null, MongoChoice::program);
    assertThat(choice(null, Map.of("PRIS_MONGOD", mongod.toString())).said())
        .isEqualTo("mongod at " + mongod);
    assertThat(choice(null, Map.of("PATH", "/nowhere:" + folder)).said())
        .isEqualTo("mongod at " + mongod);
  }

  @Test
  @DisplayName("says what is wrong with one that was named")
  void wrong() {
    assertThatThrownBy(() -> choice("/nowhere/mongod", Map.of()))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("/nowhere/mongod");
    assertThatThrownBy(() -> choice("mongodb:/x", Map.of()))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("no MongoDB URI");
  }

  private MongoChoice choice(@Nullable String asked, Map<String, String> environment) {
    var options = asked == null ? Options.DEFAULTS : Options.parse("--mongo", asked);
    return MongoChoice.of(options, new Folders(folder, folder), ports, environment, _ -> {});
  }

  @ParameterizedTest
  @ValueSource(strings = {"--fresh", "--demo"})
  @DisplayName("lets a database elsewhere be emptied or filled only where its host is repeated")
  void refusesToChangeAnother(String option) {
    var elsewhere = new MongoChoice("", "mongodb://u:p@db.example:27017/x", null);
    assertThatThrownBy(() -> elsewhere.checkMayBeChanged(Options.parse(option)))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("--on-this-database db.example:27017")
        .hasMessageNotContaining("u:p");
    assertThatThrownBy(
            () -> elsewhere.checkMayBeChanged(Options.parse(option, "--on-this-database", "other")))
        .isInstanceOf(StartFailed.class);

    var repeated = Options.parse(option, "--on-this-database", "db.example:27017");
    assertThatCode(() -> elsewhere.checkMayBeChanged(repeated)).doesNotThrowAnyException();
    assertThatCode(() -> elsewhere.checkMayBeChanged(Options.DEFAULTS)).doesNotThrowAnyException();
  }
}
