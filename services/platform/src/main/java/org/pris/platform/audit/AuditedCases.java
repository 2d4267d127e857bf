package org.pris.platform.audit;

import java.util.Optional;
import java.util.UUID;
import org.pris.contracts.Person;
import org.pris.platform.problem.NotFound;

/** What the audit asks a service about its cases. */
public interface AuditedCases {

  /** The case that a path's {@code id} leads to, whoever asks. */
  Optional<UUID> named(String id);

  /**
   * The same, where the person reads it as a responder; asked only where {@code pris.audit.path} is
   * set.
   *
   * @throws NotFound where it is unknown or not the person's, alike
   * @throws org.springframework.security.access.AccessDeniedException where they see less of it
   */
  default UUID asResponder(String id, Person person) {
    throw new NotFound();
  }
}
