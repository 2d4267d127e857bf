package org.pris.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** In Node, which mongosh is made of, against a server that only remembers. */
@DisplayName("The script of MongoDB's users")
class MongoUsersTest {

  private static final Path FOLDER = Path.of("../mongodb");

  private final Map<String, Map<String, List<String>>> access =
      JsonMapper.shared()
          .readValue(FOLDER.resolve("access.json").toFile(), new TypeReference<>() {});

  @Test
  @DisplayName("makes, and makes again, a user per service who may do what the table says")
  void rights() throws Exception {
    var server = run(access.size());

    assertThat(server.at("/signedIn/0/1").asString()).isEqualTo("root");
    assertThat(server.at("/changes").asInt()).isEqualTo(4 * access.size());
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
            expected.addAll(List.of("createCollection", "createIndex", "listIndexes"));
            assertThat(actions).isEqualTo(expected);
          });
    });
  }

  @Test
  @DisplayName("stops where a password is missing, before that service has a user")
  void missing() {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> run(access.size() - 1))
        .hasMessageContaining("PRIS_MONGODB_WEB_PASSWORD is not set");
  }

  /**
   * @param passwords how many of the services have one
   */
  private JsonNode run(int passwords) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(
            "node", "src/test/resources/mongosh.js", FOLDER.resolve("users.js").toString());
    builder.environment().put("PRIS_MONGODB_ROOT_PASSWORD", "root's");
    access.keySet().stream()
        .limit(passwords)
        .forEach(it ->
            builder
                .environment()
                .put(
                    "PRIS_MONGODB_" + it.toUpperCase(Locale.ROOT) + "_PASSWORD",
                    "password of " + it));
    var process = builder.redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
    return JsonMapper.shared().readTree(said);
  }
}
