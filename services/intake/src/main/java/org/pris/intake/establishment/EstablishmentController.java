package org.pris.intake.establishment;

import org.jspecify.annotations.Nullable;
import org.pris.contracts.Person;
import org.pris.contracts.RegulatoryProfile;
import org.pris.contracts.Role;
import org.pris.platform.audit.Audited;
import org.pris.platform.problem.NotFound;
import org.pris.platform.web.Cursor;
import org.pris.platform.web.Page;
import org.pris.platform.web.RateLimited;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The registry, read by whoever has an account. */
@RestController
@RequestMapping("/api/establishments")
@PreAuthorize("isAuthenticated()")
class EstablishmentController {

  /**
   * An establishment.
   *
   * @param legalEntity FINESS number of the legal entity (EJ) it belongs to
   * @param category code of the ANS terminology TRE_R66
   * @param own whether the caller belongs to it or to its legal entity
   * @param contacts for its own people, responders and administrators; else null
   * @param profile what decides on its legal clocks; for the same
   */
  record EstablishmentView(
      String finess,
      String name,
      @Nullable String commune,
      String department,
      @Nullable String category,
      String legalEntity,
      String legalEntityName,
      boolean own,
      @Nullable Contacts contacts,
      @Nullable RegulatoryProfile profile) {

    static EstablishmentView of(RegistryLine line, Person person) {
      var own = person.belongsTo(line.site());
      var insider =
          (own && person.is(Role.DECLARANT)) || person.isAny(Role.RESPONDER, Role.LEAD, Role.ADMIN);
      return new EstablishmentView(
          line.finess(),
          line.name(),
          line.commune(),
          line.department(),
          line.category(),
          line.legalEntity(),
          line.legalEntityName(),
          own,
          insider ? new Contacts(line.switchboard(), line.onCall(), line.email()) : null,
          insider ? line.profile() : null);
    }
  }

  /** How to reach an establishment; numbers in international form. */
  record Contacts(@Nullable String switchboard, @Nullable String onCall, @Nullable String email) {}

  private final Registry registry;

  EstablishmentController(Registry registry) {
    this.registry = registry;
  }

  /**
   * Lists establishments by name.
   *
   * @param q beginnings of words of name, commune, legal entity or number; accents do not matter
   * @param department French département, two characters
   * @param own only those of the caller
   */
  @GetMapping
  @RateLimited(value = "search", when = "q")
  Page<EstablishmentView> list(
      Person person,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String department,
      @RequestParam(defaultValue = "false") boolean own,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return registry
        .list(new Registry.Search(q, department, own, after), Cursor.limit(limit), person)
        .map(it -> EstablishmentView.of(it, person));
  }

  /** One establishment by its FINESS number, blanks allowed. */
  @GetMapping("/{finess}")
  EstablishmentView one(Person person, @PathVariable String finess) {
    return Finess.read(finess)
        .flatMap(it -> registry.find(it.value()))
        .map(it -> EstablishmentView.of(it, person))
        .orElseThrow(NotFound::new);
  }

  /**
   * Tells the other services of every establishment again: triage needs it where its database was
   * lost, and what it once heard is no longer on the topic.
   */
  @PostMapping("/retelling")
  @PreAuthorize("hasRole('ADMIN')")
  @Audited(value = "establishments", administration = true)
  Retold tellAgain() {
    return new Retold(registry.tellAgain());
  }

  /** How many were told of. */
  record Retold(int establishments) {}
}
