package org.pris.intake.declaration;

import jakarta.validation.Validator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Person;
import org.pris.intake.establishment.Finess;
import org.pris.intake.establishment.Registry;
import org.pris.platform.outbox.Aggregates;
import org.pris.platform.problem.BadRequest;
import org.pris.platform.problem.FieldProblem;
import org.pris.platform.problem.Invalid;
import org.pris.platform.store.References;
import org.pris.platform.web.IdempotencyKey;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** The use case: an establishment declares an incident. */
@Service
class SubmissionService {

  static final String PATH = "/api/declarations";

  private final Aggregates aggregates;
  private final Declarations declarations;
  private final Registry registry;
  private final References references;
  private final BodyReader bodies;
  private final DeclarationRules rules;
  private final Clock clock;

  SubmissionService(
      Aggregates aggregates,
      Declarations declarations,
      Registry registry,
      References references,
      BodyReader bodies,
      Validator sizes,
      Clock clock) {
    this.aggregates = aggregates;
    this.declarations = declarations;
    this.registry = registry;
    this.references = references;
    this.bodies = bodies;
    this.rules = new DeclarationRules(sizes);
    this.clock = clock;
  }

  /**
   * Declares. The same key and body again answers the same declaration, as it stands by then.
   *
   * @throws BadRequest with every field that breaks its form
   * @throws Invalid where the establishment is unknown or not the person's, or the channel is not
   */
  Declaration declare(Person person, JsonNode body, @Nullable String key) {
    var now = clock.instant();
    List<FieldProblem> problems = new ArrayList<>();
    var form = bodies.read(body, DeclarationForm.class, problems);
    var answers = bodies.read(body, Answers.class, problems);
    bodies.unknown(body, problems, DeclarationForm.class, Answers.class);
    var known = registry.named(form.establishment(), problems);
    DeclarationRules.refuse(problems, rules.problems(answers, now));
    var where = known.orElseThrow(() -> unknown(form));
    var sender = ChannelRules.sender(person, where.site(), form.channel());
    var creation = IdempotencyKey.of(person, PATH, key, body);
    if (key != null && aggregates.find(Declaration.class, creation.id()).isPresent()) {
      return repeated(person, creation);
    }
    var exercise = Boolean.TRUE.equals(form.exercise());
    var reference = references.next(exercise ? "EX-DEC" : "DEC", now);
    var first = Version.of(1, answers, sender, now, creation);
    try {
      return aggregates.insert(
          Declaration.submitted(creation.id(), reference, where, exercise, first));
    } catch (DuplicateKeyException _) {
      return repeated(person, creation);
    }
  }

  /** A case's access may have changed meanwhile: what is not theirs any more stays unknown. */
  private Declaration repeated(Person person, IdempotencyKey creation) {
    var earlier = declarations.require(creation.id().toString(), person);
    creation.check(earlier.digest());
    return earlier;
  }

  private Invalid unknown(DeclarationForm form) {
    var isLegalEntity =
        Finess.read(String.valueOf(form.establishment()))
            .filter(it -> registry.isLegalEntity(it.value()))
            .isPresent();
    return new Invalid(
        "establishment",
        isLegalEntity ? "is a legal entity: name one of its sites" : "is not in the registry");
  }
}
