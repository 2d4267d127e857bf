package org.pris.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pris.notification.Names;
import org.pris.notification.Rules;
import org.pris.platform.problem.Invalid;

@DisplayName("The address guard")
class AddressGuardTest {

  final AddressGuard guard = new AddressGuard(Rules.allowing(), Names.REAL);
  final AddressGuard lenient =
      new AddressGuard(Rules.allowing("10.1.0.0/16", "::1/128"), Names.REAL);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.254",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "192.168.255.255",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "[::]",
        "[::1]",
        "[0:0:0:0:0:0:0:1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:10.0.0.1]",
        "[::ffff:7f00:1]",
        "[::ffff:a9fe:a9fe]",
        "[0:0:0:0:0:ffff:c0a8:1]",
        "[::127.0.0.1]",
        "[::7f00:1]",
        "[::ffff:0:127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[64:ff9b::10.0.0.1]",
        "[64:ff9b:1::1]",
        "[100::1]",
        "[2001::1]",
        "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
        "[2001:10::1]",
        "[2001:20::1]",
        "[2001:db8::1]",
        "[2002:7f00:1::]",
        "[2002:a00:1::1]",
        "[3fff::1]",
        "[4000::1]",
        "[5f00::1]",
        "[fc00::1]",
        "[fd00::1]",
        "[fdff:ffff::1]",
        "[fe80::1]",
        "[febf::1]",
        "[fec0::1]",
        "[ff02::1]",
        "[ff0e::1]",
        "2130706433",
        "0x7f000001",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "017700000001",
        "0300.0250.0.1",
        "127.1",
        "127.0.1",
        "10.1",
        "0",
        "127.0.0.1.",
        "localhost",
        "[::1%25lo]",
        "[::ffff:192.168.0.1]:443",
        "[64:ff9b::a9fe:a9fe]",
        "[2002:c0a8:1::1]",
        "[2002:a9fe:a9fe::]",
        "10.0.0.1:443",
        "LOCALHOST",
        "１２７.0.0.1",
        "①②⑦.0.0.1"
      })
  @DisplayName("refuses what is not public, however it is written")
  void refused(String host) {
    assertThatThrownBy(() -> guard.check("https://" + host + "/pris"))
        .isInstanceOfSatisfying(
            Invalid.class, it -> assertThat(it.errors().getFirst().field()).isEqualTo("url"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://93.184.216.34/",
        "HTTP://93.184.216.34/",
        "ftp://93.184.216.34/",
        "file:///etc/passwd",
        "gopher://93.184.216.34/",
        "javascript:alert(1)",
        "//93.184.216.34/",
        "93.184.216.34",
        "https://",
        "https:///pris",
        "https:93.184.216.34",
        "https://a b/",
        "https://user@93.184.216.34/",
        "https://user:secret@93.184.216.34/",
        "https://127.0.0.1\\@93.184.216.34/",
        "https://93.184.216.34/#x",
        "https://93.184.216.34:0/",
        "https://93.184.216.34:99999/",
        "https://93.184.216.34%00.example/",
        ""
      })
  @DisplayName("refuses what is not a plain https address")
  void malformed(String url) {
    assertThatThrownBy(() -> guard.check(url)).isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "93.184.216.34",
        "8.8.8.8:8443",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.1.1",
        "172.15.255.255",
        "172.32.0.1",
        "192.167.1.1",
        "192.169.1.1",
        "198.17.255.255",
        "198.20.0.1",
        "223.255.255.254",
        "[2606:2800:220:1:248:1893:25c8:1946]",
        "[2001:200::1]",
        "[2a01::1]:8443"
      })
  @DisplayName("admits what is public, up to the edges")
  void admitted(String host) {
    assertThatCode(() -> guard.check("https://" + host + "/pris?source=pris"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://10.1.2.3:8080/", "https://10.1.255.255/", "http://[::1]:8090/pris"})
  @DisplayName("admits the networks that configuration allows, over plain HTTP too")
  void allowed(String url) {
    assertThatCode(() -> lenient.check(url)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://10.2.0.1/", "https://10.0.255.255/", "http://127.0.0.1/"})
  @DisplayName("allows no network beside those")
  void notAllowed(String url) {
    assertThatThrownBy(() -> lenient.check(url)).isInstanceOf(Invalid.class);
  }

  @Test
  @DisplayName("does not connect to a name that leads to loopback, whatever was created")
  void connection() {
    var names = new GuardedNameResolver(guard::admits, Names.REAL);

    assertThatThrownBy(() -> names.resolve("localhost"))
        .isInstanceOf(GuardedNameResolver.Refused.class);
  }

  @Test
  @DisplayName("hands the connection the very addresses that it has judged")
  void judged() throws UnknownHostException {
    var names = new GuardedNameResolver(guard::admits, Names.REAL);

    assertThat(names.resolve("93.184.216.34"))
        .containsExactly(InetAddress.ofLiteral("93.184.216.34"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "169.254.169.254",
        "::1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "fd00::1"
      })
  @DisplayName("refuses a name that leads there, alone or among public addresses")
  void names(String address) {
    var names =
        new Names()
            .then("alone.example", address)
            .then("among.example", "93.184.216.34", address, "8.8.8.8")
            .then("trailing.example.", address);
    var named = new AddressGuard(Rules.allowing(), names);

    for (var host : List.of("alone.example", "among.example", "trailing.example.")) {
      assertThatThrownBy(() -> named.check("https://" + host + "/")).isInstanceOf(Invalid.class);
    }
  }

  @Test
  @DisplayName("admits a name that leads into the public, and one that leads nowhere yet")
  void publicNames() {
    var named =
        new AddressGuard(Rules.allowing(), new Names().then("ars.example", "93.184.216.34"));

    assertThatCode(() -> named.check("https://ars.example/")).doesNotThrowAnyException();
    assertThatCode(() -> named.check("https://tomorrow.example/")).doesNotThrowAnyException();
  }
}
