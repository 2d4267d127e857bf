package org.pris.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.pris.local.client.Account;
import org.pris.local.client.Agency;
import org.pris.local.client.Declared;
import org.pris.local.client.Expectation;
import org.pris.local.client.Operations;
import org.pris.local.process.Folders;

/** Every operation, asked by every role, about a case it stands to in each way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Who may do what:")
class AuthorisationE2eTest {

  private static final Matrix EXPECTED = Matrix.expected();

  final Matrix found = Matrix.empty();

  private @Nullable Agency agency;

  @TempDir static Path received;

  List<Quartet> quartet = List.of();

  /** One that there is: of one that there is not, nobody is told anything. */
  String delivery = "";

  @BeforeAll
  void given() throws IOException {
    var told = Agency.subscribed(received);
    agency = told;
    quartet = Quartet.all();
    delivery = told.delivery().path("id").asString();
  }

  @AfterAll
  void unsubscribe() {
    if (agency != null) {
      agency.unsubscribe();
    }
  }

  @AfterAll
  void print() throws IOException {
    var folder = Folders.thisProject().resolve("deploy/local/target");
    Files.writeString(folder.resolve("authorisation.txt"), found.asLines());
    Files.writeString(folder.resolve("authorisation.md"), found.asDocument());
  }

  @Test
  @DisplayName("every operation has a row, and no row is of the past")
  void complete() {
    assertThat(EXPECTED.rows().keySet()).isEqualTo(Operations.all());
  }

  @Test
  @DisplayName("the document says what the table says")
  void document() throws IOException {
    assertThat(Files.readString(Matrix.DOCUMENT))
        .as("copy deploy/local/target/authorisation.md there, once every cell holds")
        .isEqualTo(EXPECTED.asDocument());
  }

  @TestFactory
  @DisplayName("each is answered as the table says")
  Stream<DynamicTest> cells() {
    return Operations.all().stream()
        .map(it ->
            dynamicTest(
                it,
                () -> {
                  var answers = Matrix.CALLERS.stream().map(caller -> answers(caller, it)).toList();
                  found.note(it, answers);
                  assertThat(answers)
                      .as("%s as %s", it, Matrix.CALLERS)
                      .isEqualTo(EXPECTED.rows().get(it));
                }));
  }

  @Test
  @DisplayName("no list holds a case whose page is refused")
  void lists() {
    for (var caller : List.of("DECLARANT", "REPORTER", "RESPONDER", "LEAD", "AUTHORITY", "ADMIN")) {
      var account = account(caller);
      for (var list : List.of("/api/cases", "/api/declarations")) {
        var shown = everything(account, list);
        for (var one : quartet) {
          if (account.get(list + "/" + one.theCase().id()).status() != 200) {
            assertThat(shown)
                .as("%s at %s, %s", caller, list, one.relation())
                .doesNotContain(one.theCase().id(), one.theCase().reference());
          }
        }
      }
    }
  }

  private static String everything(Account account, String list) {
    var all = new StringBuilder();
    @Nullable String after = "";
    while (after != null) {
      var reply = account.get(list + "?limit=200" + (after.isEmpty() ? "" : "&after=" + after));
      if (reply.status() == 403) {
        return "";
      }
      all.append(reply.expect(200).text());
      after = reply.json().path("next").isNull() ? null : reply.json().path("next").asString();
    }
    return all.toString();
  }

  private String answers(String caller, String operation) {
    var path = operation.substring(operation.indexOf(' ') + 1);
    var about = path.contains("{") || operation.equals("POST /api/declarations");
    return Matrix.cell(
        quartet.stream()
            .limit(about ? quartet.size() : 1)
            .map(it -> status(caller, operation, it))
            .toList());
  }

  private int status(String caller, String operation, Quartet about) {
    var method = operation.substring(0, operation.indexOf(' '));
    var path = path(caller, operation, about);
    var body = body(caller, operation, about);
    var account = account(caller);
    if (path.endsWith("/stream")) {
      return account.opened(path);
    }
    return account.call(method, path, body.isEmpty() ? null : body).status();
  }

  private String path(String caller, String operation, Quartet about) {
    var path = operation.substring(operation.indexOf(' ') + 1);
    var id =
        path.startsWith("/api/tasks/")
            ? about.task()
            : path.startsWith("/api/webhooks/")
                ? endpoint(caller)
                : path.startsWith("/api/deliveries/") ? delivery : about.theCase().id();
    return path.replace("{id}", id)
        .replace("{seq}", "1")
        .replace("{finess}", about.establishment());
  }

  /** One of the caller's own making where they may make any, at an address where nobody answers. */
  private String endpoint(String caller) {
    var admin = Account.of("admin1");
    if (!caller.equals("ADMIN")) {
      return java.util.UUID.randomUUID().toString();
    }
    var body =
        "{\"url\": \"http://127.0.0.1:9/\", \"description\": \"x\", \"departments\": [\"2A\"]}";
    for (var old : admin.get("/api/webhooks").expect(200).items()) {
      if (old.path("url").asString().endsWith(":9/")) {
        admin.call("DELETE", "/api/webhooks/" + old.path("id").asString(), null);
      }
    }
    return admin.post("/api/webhooks", body).expect(201).json().path("id").asString();
  }

  private static String body(String caller, String operation, Quartet about) {
    var body = Expectation.body(operation);
    return switch (operation) {
      case "POST /api/declarations" -> declaration(caller, about);
      case "POST /api/webhooks" -> body.replace("https://ars.example/hook", "http://127.0.0.1:9/");
      default -> body;
    };
  }

  private static String declaration(String caller, Quartet about) {
    var channel =
        switch (caller) {
          case "RESPONDER", "LEAD" -> "PHONE";
          case "REPORTER" -> "API";
          default -> "PORTAL";
        };
    return Declared.body(about.establishment()).replace("PORTAL", channel);
  }

  private static Account account(String caller) {
    return switch (caller) {
      case "nobody" -> Account.nobody();
      case "DECLARANT" -> Account.of("declarant1");
      case "REPORTER" -> Account.machine("soc-990000010");
      case "RESPONDER" -> Account.of("responder2");
      case "LEAD" -> Account.of("lead1");
      case "AUTHORITY" -> Account.of("ars1");
      default -> Account.of("admin1");
    };
  }
}
