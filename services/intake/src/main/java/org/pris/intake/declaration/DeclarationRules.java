package org.pris.intake.declaration;

import jakarta.validation.Validator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Answer;
import org.pris.platform.VisibleText;
import org.pris.platform.problem.BadRequest;
import org.pris.platform.problem.FieldProblem;
import org.pris.platform.problem.InstantRules;

/** What a declaration must say, whoever sends it and in whichever version. */
record DeclarationRules(Validator sizes) {

  /** Before it nothing is meant, only mistyped. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** Every problem at once: who declares in a crisis sends it twice, not seven times. */
  List<FieldProblem> problems(Answers answers, Instant now) {
    List<FieldProblem> found = new ArrayList<>();
    sizes.validate(answers).stream()
        .map(it -> new FieldProblem(it.getPropertyPath().toString(), it.getMessage()))
        .sorted((one, other) -> one.field().compareTo(other.field()))
        .forEach(it -> found.add(new FieldProblem(path(it.field()), it.message())));
    texts(answers)
        .filter(it -> VisibleText.holdsControls(it.getValue()))
        .forEach(
            it -> found.add(new FieldProblem(it.getKey(), "must not hold control characters")));
    declarant(answers.declarant(), found);
    past("discoveredAt", answers.discoveredAt(), now, found);
    past("occurredAt", answers.occurredAt(), now, found);
    if (answers.occurredAt() != null
        && answers.discoveredAt() != null
        && answers.occurredAt().isAfter(answers.discoveredAt())) {
      found.add(new FieldProblem("occurredAt", "must not be after discoveredAt"));
    }
    systems(answers, found);
    var support = answers.supportWanted();
    if (support != null && new HashSet<>(support).size() < support.size()) {
      found.add(new FieldProblem("supportWanted", "must name each kind once"));
    }
    national(answers.nationalReport(), now, found);
    return found;
  }

  /**
   * Refuses what cannot be read and what breaks a rule, together. What a field is said to be once
   * is not said again because it then reads as absent.
   */
  static void refuse(List<FieldProblem> unreadable, List<FieldProblem> broken) {
    List<FieldProblem> all = new ArrayList<>(unreadable);
    broken.stream()
        .filter(it -> unreadable.stream().noneMatch(one -> one.field().equals(it.field())))
        .forEach(all::add);
    if (!all.isEmpty()) {
      throw new BadRequest(all);
    }
  }

  private static void declarant(Answers.@Nullable Declarant declarant, List<FieldProblem> found) {
    if (declarant == null || isBlank(declarant.name())) {
      found.add(new FieldProblem("declarant.name", "is required"));
    }
    if (declarant == null
        || Stream.of(declarant.phone(), declarant.email(), declarant.outOfBandContact())
            .allMatch(DeclarationRules::isBlank)) {
      found.add(
          new FieldProblem(
              "declarant.phone", "one of phone, email and outOfBandContact is required"));
    }
  }

  private static void systems(Answers answers, List<FieldProblem> found) {
    var seen = new HashSet<>();
    var systems =
        answers.affectedSystems() == null
            ? List.<Answers.AffectedSystem>of()
            : answers.affectedSystems();
    for (var i = 0; i < systems.size(); i++) {
      var system = systems.get(i) == null ? null : systems.get(i).system();
      if (system != null && !seen.add(system)) {
        found.add(new FieldProblem("affectedSystems[" + i + "].system", "is named twice"));
      }
    }
  }

  private static void national(
      Answers.@Nullable NationalReport report, Instant now, List<FieldProblem> found) {
    if (report == null) {
      return;
    }
    past("nationalReport.at", report.at(), now, found);
    if (report.done() != Answer.YES && (report.at() != null || !isBlank(report.reference()))) {
      found.add(new FieldProblem("nationalReport.done", "must be YES where at or reference is"));
    }
  }

  private static void past(
      String field, @Nullable Instant at, Instant now, List<FieldProblem> found) {
    if (at != null && InstantRules.isFuture(at, now)) {
      found.add(new FieldProblem(field, "must not be in the future"));
    }
    if (at != null && at.isBefore(EARLIEST)) {
      found.add(new FieldProblem(field, "must not be before the year 2000"));
    }
  }

  /** What people type, by the names of the fields. */
  private static Stream<Map.Entry<String, String>> texts(Answers answers) {
    var texts = new LinkedHashMap<String, String>();
    var declarant = answers.declarant();
    if (declarant != null) {
      texts.put("declarant.name", given(declarant.name()));
      texts.put("declarant.function", given(declarant.function()));
      texts.put("declarant.phone", given(declarant.phone()));
      texts.put("declarant.email", given(declarant.email()));
      texts.put("declarant.outOfBandContact", given(declarant.outOfBandContact()));
    }
    texts.put("description", given(answers.description()));
    var report = answers.nationalReport();
    texts.put("nationalReport.reference", given(report == null ? null : report.reference()));
    return texts.entrySet().stream();
  }

  private static String given(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static boolean isBlank(@Nullable String text) {
    return VisibleText.isBlank(text);
  }

  /** Bean validation writes {@code list[0].<list element>} for an element itself. */
  private static String path(String path) {
    return path.replace(".<list element>", "");
  }
}
