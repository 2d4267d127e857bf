package org.pris.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The options of the start script")
class OptionsTest {

  final MongoChoice elsewhere = new MongoChoice("", "mongodb://u:p@db.example:27017/x", null);

  @Test
  @DisplayName("are read in any order")
  void read() {
    var options = Options.parse("--mongo", "embedded", "--fresh", "--port-offset", "100", "--demo");

    assertThat(options)
        .returns(true, Options::demo)
        .returns(true, Options::fresh)
        .returns(100, Options::portOffset)
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

  @Test
  @DisplayName("never open accounts with a known password to the network")
  void listen() {
    assertThatThrownBy(() -> Options.parse("--listen", "192.0.2.1"))
        .hasMessageContaining("--without-demo-realm");
    assertThat(Options.parse("--without-demo-realm", "--listen", "192.0.2.1").listen())
        .isEqualTo("192.0.2.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--fresh", "--demo"})
  @DisplayName("empty or fill a database elsewhere only where its host is repeated")
  void databaseElsewhere(String option) {
    assertThatThrownBy(() -> Options.parse(option).checkDatabase(elsewhere))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("--on-this-database db.example:27017")
        .hasMessageNotContaining("u:p");
    assertThatThrownBy(
            () -> Options.parse(option, "--on-this-database", "other").checkDatabase(elsewhere))
        .isInstanceOf(StartFailed.class);

    var repeated = Options.parse(option, "--on-this-database", "db.example:27017");
    assertThatCode(() -> repeated.checkDatabase(elsewhere)).doesNotThrowAnyException();
    assertThatCode(() -> Options.DEFAULTS.checkDatabase(elsewhere)).doesNotThrowAnyException();
  }
}
