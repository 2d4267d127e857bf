package org.pris.local.kafka;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.pris.local.process.SecretFiles;

/**
 * {@code deploy/replay-dead-letters}: shows what was put aside, without what a person wrote, sends
 * it back or discards it.
 */
final class ReplayDeadLetters {

  private static final String USAGE =
      """
      list                                    all that wait, oldest offset first
      show    TOPIC PARTITION OFFSET          one of them, without personal text
      replay  [TOPIC [PARTITION OFFSET]]      sends all, those of a topic, or one back to where it was
      discard TOPIC PARTITION OFFSET REASON   gives one up; the reason is recorded
      """;

  private final DeadLetters letters;
  private final PrintStream out;

  ReplayDeadLetters(DeadLetters letters, PrintStream out) {
    this.letters = letters;
    this.out = out;
  }

  /**
   * Environment: {@code SPRING_KAFKA_BOOTSTRAP_SERVERS}, {@code PRIS_OPERATOR}, and where the
   * broker asks who it is, {@code PRIS_KAFKA_BROKER_PASSWORD}, or the same as {@link SecretFiles}.
   */
  static void main(String[] arguments) throws ExecutionException, InterruptedException {
    var values = SecretFiles.read(System.getenv());
    var brokers = values.getOrDefault("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092");
    var password = values.get(KafkaStep.passwordOf(KafkaStep.BROKER));
    Map<String, Object> kafka =
        password == null
            ? Map.of("bootstrap.servers", brokers)
            : KafkaStep.connection(brokers, KafkaStep.BROKER, password);
    var operator = values.getOrDefault("PRIS_OPERATOR", System.getProperty("user.name"));
    var letters = new DeadLetters(kafka, operator, Clock.systemUTC());
    System.exit(new ReplayDeadLetters(letters, System.out).run(List.of(arguments)));
  }

  /** The process's exit code. */
  int run(List<String> arguments) throws ExecutionException, InterruptedException {
    var size = arguments.size();
    var isComplete =
        switch (size == 0 ? "" : arguments.getFirst()) {
          case "list" -> size == 1;
          case "show" -> size == 4;
          case "replay" -> size == 1 || size == 2 || size == 4;
          case "discard" -> size >= 4;
          default -> false;
        };
    if (!isComplete) {
      out.print(USAGE);
      return 2;
    }
    return switch (arguments.getFirst()) {
      case "list" -> list();
      case "show" -> show(arguments);
      case "replay" -> replay(arguments);
      default -> discard(arguments);
    };
  }

  private int list() {
    var waiting = letters.waiting();
    for (var it : waiting) {
      out.printf(
          "%s  %s  %s  %s  %s  %s%n",
          it.place(), it.written(), it.key(), it.type(), it.listener(), it.error());
    }
    out.println(waiting.size() + " wait");
    return 0;
  }

  private int show(List<String> arguments) {
    var one = at(arguments);
    if (one.isEmpty()) {
      return absent();
    }
    var it = one.getFirst();
    out.printf(
        """
        place      %s
        put aside  %s
        topic      %s
        subject    %s
        type       %s
        event      %s
        version    %s
        happened   %s
        listener   %s
        error      %s
        length     %d characters
        """,
        it.place(),
        it.written(),
        it.topic(),
        it.key(),
        it.type(),
        it.field("id"),
        it.field("version"),
        it.field("timestamp"),
        it.listener(),
        it.error(),
        it.message().value().length());
    return 0;
  }

  private int replay(List<String> arguments) throws ExecutionException, InterruptedException {
    var chosen = at(arguments);
    if (chosen.isEmpty() && arguments.size() > 1) {
      return absent();
    }
    if (arguments.size() == 4) {
      var one = chosen.getFirst();
      var earlier =
          at(arguments.subList(0, 2)).stream()
              .filter(it -> it.key().equals(one.key()))
              .takeWhile(it -> !it.equals(one))
              .findFirst();
      if (earlier.isPresent()) {
        out.println("Decide first of an earlier one of the same subject: " + earlier.get().place());
        return 1;
      }
    }
    letters.replay(chosen);
    out.println(chosen.size() + " replayed");
    return 0;
  }

  private int discard(List<String> arguments) throws ExecutionException, InterruptedException {
    var one = at(arguments.subList(0, 4));
    var reason = String.join(" ", arguments.subList(4, arguments.size())).strip();
    if (one.isEmpty()) {
      return absent();
    }
    if (reason.isEmpty()) {
      out.println("Say why");
      return 2;
    }
    letters.discard(one.getFirst(), reason);
    out.println(one.getFirst().place() + " discarded");
    return 0;
  }

  private int absent() {
    out.println("Nothing waits there");
    return 1;
  }

  /** Those that a command names after its own name: all, those of a topic, or one. */
  private List<DeadLetter> at(List<String> arguments) {
    var place = String.join(" ", arguments.subList(1, arguments.size()));
    return letters.waiting().stream()
        .filter(
            it -> place.isEmpty() || it.place().equals(place) || it.message().topic().equals(place))
        .toList();
  }
}
