package org.pris.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** In Node, which mongosh is made of, against a server that only remembers. */
@DisplayName("The script of MongoDB's users")
class MongoUsersTest {

  private static final Path FOLDER = Path.of("../mongodb");

  @TempDir Path secrets;

  private final Map<String, Map<String, List<String>>> access =
      JsonMapper.shared()
          .readValue(FOLDER.resolve("access.json").toFile(), new TypeReference<>() {});

  @Test
  @DisplayName("makes, and makes again, a user per service who may do what the table says")
  void rights() throws Exception {
    var server = run(access.size());

    assertThat(server.at("/signedIn/0/1").asString()).isEqualTo("root");
    assertThat(server.at("/changes").asInt()).isEqualTo(4 * access.size() + 2);
    assertThat(server.get("users").get("admin.backup").at("/roles").toString())
        .isEqualTo("[{\"role\":\"backup\",\"db\":\"admin\"}]");
    access.forEach((service, collections) -> {
      var database = "pris_" + service;
      var user = server.get("users").get(database + "." + service);
      assertThat(user.at("/pwd").asString()).isEqualTo("password of " + service);
      assertThat(user.at("/roles").toString())
          .isEqualTo("[{\"role\":\"service\",\"db\":\"" + database + "\"}]");
      var role = server.get("roles").get(database + ".service");
      assertThat(role.at("/roles")).isEmpty();
      assertThat(role.at("/privileges"))
          .hasSize(collections.size())
          .allSatisfy(it -> {
            assertThat(it.at("/resource/db").asString()).isEqualTo(database);
            var actions =
                JsonMapper.shared()
                    .convertValue(it.at("/actions"), new TypeReference<List<String>>() {});
            var expected =
                new java.util.ArrayList<>(
                    collections.get(it.at("/resource/collection").asString()));
            expected.add("listIndexes");
            if (!it.at("/resource/collection").asString().equals("audit")) {
              expected.addAll(List.of("createCollection", "createIndex"));
            }
            assertThat(actions).isEqualTo(expected);
          });
    });
  }

  @Test
  @DisplayName("has MongoDB keep what is audited for a year, so that no service need remove it")
  void retention() throws Exception {
    var indexes = run(access.size()).get("indexes");

    access.forEach((service, collections) -> {
      var retention = indexes.get("pris_" + service + ".audit.retention");
      assertThat(retention != null).as(service).isEqualTo(collections.containsKey("audit"));
      if (retention != null) {
        assertThat(retention.get("expireAfterSeconds").asInt()).isEqualTo(366 * 24 * 60 * 60);
        assertThat(indexes.has("pris_" + service + ".audit.caseId_1_at_-1__id_-1")).isTrue();
      }
    });
  }

  @Test
  @DisplayName("stops where a password is missing, before that service has a user")
  void missing() {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> run(access.size() - 1))
        .hasMessageContaining("The secret mongodb-web is missing");
  }

  /**
   * @param passwords how many of the services have one
   */
  private JsonNode run(int passwords) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(
            "node", "src/test/resources/mongosh.js", FOLDER.resolve("users.js").toString());
    for (var name : List.of("root", "backup")) {
      Files.writeString(secrets.resolve("mongodb-" + name), "password of " + name);
    }
    for (var service : access.keySet().stream().limit(passwords).toList()) {
      Files.writeString(secrets.resolve("mongodb-" + service), "password of " + service);
    }
    builder.environment().put("PRIS_SECRETS", secrets.toString());
    var process = builder.redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
    return JsonMapper.shared().readTree(said);
  }
}
