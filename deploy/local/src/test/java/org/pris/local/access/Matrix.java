package org.pris.local.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pris.local.access.Quartet.Relation;
import org.pris.local.process.Folders;

/** Who is answered what at which operation, as {@code authorisation.txt} says. */
record Matrix(Map<String, List<String>> rows) {

  static final List<String> CALLERS =
      List.of("nobody", "DECLARANT", "REPORTER", "RESPONDER", "LEAD", "AUTHORITY", "ADMIN");

  static final Path DOCUMENT = Folders.thisProject().resolve("docs/authorisation.md");

  static Matrix expected() {
    var file = Folders.thisProject().resolve("deploy/local/src/test/resources/authorisation.txt");
    var rows = new LinkedHashMap<String, List<String>>();
    try {
      for (var line : Files.readAllLines(file)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          var cells = Stream.of(line.split("\\|")).map(String::strip).toList();
          if (cells.size() != CALLERS.size() + 1) {
            throw new IllegalStateException("Not a cell for each caller: " + line);
          }
          rows.put(cells.getFirst(), cells.subList(1, cells.size()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Matrix(rows);
  }

  static Matrix empty() {
    return new Matrix(new LinkedHashMap<>());
  }

  void note(String operation, List<String> answers) {
    rows.put(operation, new ArrayList<>(answers));
  }

  /** One number where it is the same for each relation, else all four in their order. */
  static String cell(List<Integer> answers) {
    return answers.stream().distinct().count() == 1
        ? String.valueOf(answers.getFirst())
        : answers.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  String asLines() {
    return rows.entrySet().stream()
        .map(it -> it.getKey() + " | " + String.join(" | ", it.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  String asDocument() {
    var relations =
        Stream.of(Relation.values()).map(it -> it.name().toLowerCase(java.util.Locale.ROOT));
    return """
    # Who is answered what

    A test tries every cell on the running system, and made this from
    `deploy/local/src/test/resources/authorisation.txt`.

    Four numbers are the answers about a case that is **%s**: a case of one's own
    establishment; of another; of one's own, but restricted to others; of another, but affecting one's own as well. One
    number is the same for all four, or is not about a case. Responders, leads and agencies have no establishment: for
    them only *restricted* differs.

    - 200, 201, 204: may.
    - 409: may; the version that was sent is an old one, so that trying changes nothing.
    - 401: must sign in. It was asked with a token against forged requests, without which it is 403.
    - 403: sees it, but this is not for their role.
    - 404: for this caller there is no such thing.
    - 422: not about this establishment.

    | operation | %s |
    |---|%s
    """
            .formatted(
                relations.collect(Collectors.joining(", ")),
                String.join(" | ", CALLERS),
                "---|".repeat(CALLERS.size()))
        + rows.entrySet().stream()
            .map(it -> "| `" + it.getKey() + "` | " + String.join(" | ", it.getValue()) + " |\n")
            .collect(Collectors.joining());
  }
}
