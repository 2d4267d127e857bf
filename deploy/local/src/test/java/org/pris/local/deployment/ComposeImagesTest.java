package org.pris.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pris.local.deployment.Compose.map;
import static org.pris.local.deployment.Patterns.found;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The compose file")
class ComposeImagesTest {

  private final Compose compose = Compose.read();
  private final String dockerfile = compose.dockerfile();

  @Test
  @DisplayName("lays out the realm of production: the demo's never gets into an image or a volume")
  void noDemo() throws IOException {
    var ignored = Files.readAllLines(Compose.ROOT.resolve(".dockerignore"));
    var steps =
        dockerfile.substring(dockerfile.indexOf("AS steps"), dockerfile.indexOf("AS keycloak"));
    var realm = compose.service("realm-step");
    var keycloak = compose.service("keycloak");

    assertThat(steps).contains("COPY deploy/keycloak/pris-realm.json deploy/kafka/access.yml ./");
    assertThat(map(realm.get("build"))).containsEntry("target", "steps");
    assertThat(realm.get("command"))
        .isEqualTo(List.of("org.pris.local.keycloak.RealmStep", "pris-realm.json"));
    assertThat(realm).doesNotContainKeys("entrypoint", "volumes");
    // neither a development server nor an import of its own
    assertThat(keycloak).doesNotContainKeys("command", "entrypoint", "volumes");
    assertThat(map(keycloak.get("build"))).containsEntry("target", "keycloak");
    assertThat(Compose.file("deploy/keycloak/start")).contains("bin/kc.sh\" start --optimized");
    assertThat(ignored).contains("*", "deploy/local/demo-realm.json");
    assertThat(ignored.indexOf("deploy/local/demo-realm.json"))
        .isGreaterThan(ignored.indexOf("!deploy/local"));
    assertThat(compose.text()).doesNotContain("demo", "./deploy/local", "./deploy:");
  }

  @Test
  @DisplayName("runs nothing of ours as root")
  void rootless() {
    var stages = dockerfile.split("(?m)^FROM ", -1);
    assertThat(Stream.of(stages).filter(it -> it.startsWith("base AS service")))
        .singleElement(InstanceOfAssertFactories.STRING)
        .doesNotContain("USER");
    assertThat(dockerfile).contains("USER 10001");
    assertThat(compose.service("mongodb")).containsEntry("user", "mongodb");
    assertThat(compose.service("mongodb-step")).containsEntry("user", "mongodb");
    assertThat(compose.service("keycloak-db")).containsEntry("user", "postgres");
  }

  @Test
  @DisplayName(
      "builds its images without test, formatter or linter: what it builds has passed them")
  void nothingChecked() {
    var build = dockerfile.substring(dockerfile.indexOf("mvn "), dockerfile.indexOf("AS base"));
    assertThat(build)
        .contains("-DskipTests", "-Dui.tests.skip", "-Djavac.checks=-nowarn", " package ")
        .doesNotContain("verify", "install");
    // these come behind `package`, or go by their names
    assertThat(Compose.file("pom.xml"))
        .containsPattern(
            "(?s)spotless-maven-plugin.*?<phase>verify</phase>\\s*<goals>\\s*<goal>check")
        .contains("<arg>${javac.checks}</arg>")
        .doesNotContain("<arg>-Xplugin");
    assertThat(Compose.file("services/web/pom.xml"))
        .containsPattern("<id>ui-lint</id>\\s*<phase>verify</phase>")
        .containsPattern("<id>ui-format</id>\\s*<phase>verify</phase>");
  }

  @Test
  @DisplayName("names each image by an exact version, and mounts only folders of its own part")
  void images() {
    var images =
        found(
            "(?m)^(?: *image: |FROM )(\\S+[:/]\\S+)",
            compose.text() + "\n" + compose.edgeText() + "\n" + dockerfile);

    assertThat(images)
        .hasSizeGreaterThanOrEqualTo(7)
        .allMatch(it -> it.matches("[^:@]+:[^:@]*\\d+\\.\\d+[^:@]*(@sha256:[0-9a-f]{64})?"));
    assertThat(found("\"\\./(deploy/[^:\"]+):/[^:]+(?!:ro)\"", compose.text() + compose.edgeText()))
        .isEmpty();
  }
}
