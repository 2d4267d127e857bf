package org.pris.local.deployment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a registry that makes its digests up. */
@DisplayName("The script that pins the images")
class PinImagesTest {

  private static final Path ROOT = Path.of("../..");
  private static final List<String> FILES =
      List.of("docker-compose.yml", "deploy/edge/compose.yml", "deploy/Dockerfile");

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    Files.createDirectories(folder.resolve("deploy/edge"));
    Files.createDirectories(folder.resolve("bin"));
    for (var file : FILES) {
      Files.copy(ROOT.resolve(file), folder.resolve(file));
    }
    Files.copy(ROOT.resolve("deploy/pin-images"), folder.resolve("deploy/pin-images"));
  }

  @Test
  @DisplayName("changes nothing but the digests, and those again at its next call")
  void pins() throws Exception {
    var before = texts();

    assertThat(run("a")).isZero();
    var pinned = texts();
    assertThat(run("b")).isZero();

    var images = "(?m)^( *image: \\S+|FROM \\S+:\\S+?)(@sha256:[0-9a-f]{64})?( .*)?$";
    FILES.forEach(file -> {
      var unpinned = requireNonNull(before.get(file)).replaceAll("@sha256:[0-9a-f]{64}", "");
      var expected = unpinned.replaceAll(images, "$1@sha256:" + "a".repeat(64) + "$3");
      assertThat(pinned.get(file)).isEqualTo(expected).contains("@sha256:aaaa");
      assertThat(text(file)).isEqualTo(expected.replace("a".repeat(64), "b".repeat(64)));
    });
  }

  @Test
  @DisplayName("stops where a registry gives no digest, and invents none")
  void unknown() throws Exception {
    var before = texts();

    assertThat(run("")).isEqualTo(1);
    assertThat(texts()).isEqualTo(before);
  }

  private int run(String digit) throws IOException, InterruptedException {
    var docker = folder.resolve("bin/docker");
    Files.writeString(
        docker,
        "#!/bin/sh\necho Name: $4\nprintf 'Digest:    sha256:%s\\n' '" + digit.repeat(64) + "'\n");
    Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwx------"));
    var builder = new ProcessBuilder("bash", folder.resolve("deploy/pin-images").toString());
    builder
        .environment()
        .merge("PATH", folder.resolve("bin").toString(), (old, it) -> it + ":" + old);
    var process = builder.redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).isNotEmpty();
    return process.waitFor();
  }

  private Map<String, String> texts() {
    return FILES.stream().collect(Collectors.toMap(it -> it, this::text));
  }

  private String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
