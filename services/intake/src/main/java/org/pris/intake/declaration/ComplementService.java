package org.pris.intake.declaration;

import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Person;
import org.pris.contracts.Site;
import org.pris.intake.establishment.Finess;
import org.pris.intake.establishment.Registry;
import org.pris.platform.outbox.Aggregates;
import org.pris.platform.outbox.Change;
import org.pris.platform.problem.FieldProblem;
import org.pris.platform.problem.Invalid;
import org.pris.platform.problem.Reason;
import org.pris.platform.problem.RuleViolation;
import org.pris.platform.problem.StaleVersion;
import org.pris.platform.web.IdempotencyKey;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** The use case: an establishment says more of what it declared. */
@Service
class ComplementService {

  /** A machine that complements in a loop fills no disk. */
  static final int MOST_VERSIONS = 200;

  private final Aggregates aggregates;
  private final Declarations declarations;
  private final Versions versions;
  private final Registry registry;
  private final BodyReader bodies;
  private final DeclarationRules rules;
  private final Clock clock;

  ComplementService(
      Aggregates aggregates,
      Declarations declarations,
      Versions versions,
      Registry registry,
      BodyReader bodies,
      Validator sizes,
      Clock clock) {
    this.aggregates = aggregates;
    this.declarations = declarations;
    this.versions = versions;
    this.registry = registry;
    this.bodies = bodies;
    this.rules = new DeclarationRules(sizes);
    this.clock = clock;
  }

  /**
   * Adds a version. What says nothing new makes none, nor does a repeat of key and body. But of who
   * may not read the answers each makes one: else it could try answers until none is made.
   *
   * @throws StaleVersion where the sender knew an older version
   */
  Declaration add(Person person, String idOrReference, JsonNode body, @Nullable String key) {
    var now = clock.instant();
    var declaration = declarations.require(idOrReference, person);
    var path = SubmissionService.PATH + "/" + declaration.id() + "/complements";
    var creation = IdempotencyKey.of(person, path, key, body);
    var repeated = versions.of(declaration, creation.id());
    if (repeated.isPresent()) {
      creation.check(repeated.get().digest());
      return declaration;
    }
    var form = form(body);
    same(declaration, form);
    StaleVersion.check(Objects.requireNonNull(form.version()), declaration.current().number());
    var answers = merged(declaration, body, now);
    if (DeclarationAccess.isWhole(person, declaration)
        && answers.equals(declaration.current().answers().settled(now))) {
      return declaration;
    }
    return write(person, declaration, form, answers, creation, now);
  }

  /** What a body says by itself; what cannot be read was refused. */
  Answers said(JsonNode body) {
    return bodies.read(body, Answers.class, new ArrayList<>());
  }

  private DeclarationForm form(JsonNode body) {
    List<FieldProblem> problems = new ArrayList<>();
    var form = bodies.read(body, DeclarationForm.class, problems);
    bodies.read(body, Answers.class, problems);
    bodies.unknown(body, problems, DeclarationForm.class, Answers.class);
    List<FieldProblem> missing =
        form.version() == null ? List.of(new FieldProblem("version", "is required")) : List.of();
    DeclarationRules.refuse(problems, missing);
    return form;
  }

  private Answers merged(Declaration declaration, JsonNode body, Instant now) {
    var tree = bodies.tree(declaration.current().answers());
    BodyReader.merge(tree, body);
    List<FieldProblem> problems = new ArrayList<>();
    var answers = bodies.read(tree, Answers.class, problems);
    DeclarationRules.refuse(problems, rules.problems(answers, now));
    return answers.settled(now);
  }

  private static void same(Declaration declaration, DeclarationForm form) {
    var finess = declaration.establishment().finess();
    if (form.establishment() != null
        && Finess.read(form.establishment()).filter(it -> it.value().equals(finess)).isEmpty()) {
      throw new Invalid("establishment", "is not the declaration's");
    }
    if (form.exercise() != null && form.exercise() != declaration.exercise()) {
      throw new Invalid("exercise", "is not the declaration's");
    }
  }

  private Declaration write(
      Person person,
      Declaration declaration,
      DeclarationForm form,
      Answers answers,
      IdempotencyKey creation,
      Instant now) {
    var number = declaration.current().number();
    if (number >= MOST_VERSIONS) {
      throw new RuleViolation(new Reason("TOO_MANY_VERSIONS", Map.of("most", MOST_VERSIONS)));
    }
    var where = declaration.establishment();
    var site = new Site(where.finess(), where.legalEntity());
    var sender = ChannelRules.sender(person, site, form.channel());
    var profile = registry.profile(where.finess());
    var next = Version.of(number + 1, answers, sender, now, creation);
    versions.keep(declaration);
    return aggregates.update(
        Declaration.class,
        declaration.id(),
        it -> {
          if (it.current().request().equals(creation.id())) {
            return Change.none(it);
          }
          StaleVersion.check(number, it.current().number());
          return it.complemented(next, profile);
        });
  }
}
