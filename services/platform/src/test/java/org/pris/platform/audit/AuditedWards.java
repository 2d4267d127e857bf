package org.pris.platform.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.platform.problem.NotFound;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.mapping.event.BeforeConvertCallback;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A service whose wards and hooks are audited. Marked so that no other test's scan takes it in. */
@TestComponent
final class AuditedWards {

  private AuditedWards() {}

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import({Wards.class, Hooks.class, Known.class, Store.class})
  static class Application {

    @Bean
    Hand clock() {
      return new Hand();
    }
  }

  /** The one case there is: everybody but strangers sees it. */
  static class Known implements AuditedCases {

    static final UUID CASE = UUID.fromString("5d5f5f9c-55c0-4a4e-8e6c-0f4f1f7c9a01");

    @Override
    public Optional<UUID> named(String id) {
      return List.of(CASE.toString(), "PRIS-1").contains(id) ? Optional.of(CASE) : Optional.empty();
    }

    @Override
    public UUID asResponder(String id, Person person) {
      var found = named(id).filter(_ -> !person.username().startsWith("stranger"));
      if (!person.isAny(Role.RESPONDER, Role.LEAD)) {
        throw new NotFound();
      }
      return found.orElseThrow(NotFound::new);
    }
  }

  /** Where the records go, and nothing else: it alone can refuse. */
  static class Store implements BeforeConvertCallback<AuditRecord> {

    volatile boolean refuses;

    @Override
    public AuditRecord onBeforeConvert(AuditRecord entry, String collection) {
      if (refuses) {
        throw new DataAccessResourceFailureException("no record can be written");
      }
      return entry;
    }
  }

  @RestController
  @PreAuthorize("isAuthenticated()")
  @Audited("ward")
  static class Wards {

    private final Known known;

    Wards(Known known) {
      this.known = known;
    }

    @GetMapping("/api/wards/{id}")
    String one(@PathVariable String id, Person person) {
      return "ward " + known.asResponder(id, person);
    }

    @PostMapping("/api/wards/{id}")
    void change(@PathVariable String id, Person person) {
      if (known.asResponder(id, person) != null) {
        throw new AccessDeniedException("Nobody may");
      }
    }
  }

  @RestController
  @PreAuthorize("hasRole('ADMIN')")
  @Audited(value = "hook", administration = true)
  static class Hooks {

    @GetMapping("/api/hooks/{id}")
    String one(@PathVariable String id) {
      return id;
    }

    @DeleteMapping("/api/hooks/{id}")
    void end(@PathVariable String id) {
      throw new IllegalStateException("in the middle of " + id);
    }
  }
}
