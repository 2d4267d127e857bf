package org.pris.platform.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.platform.access.PersonResolver;
import org.pris.platform.audit.AuditRecord.Action;
import org.pris.platform.audit.AuditRecord.Outcome;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A request that is to be recorded.
 *
 * @param id what the path names, if anything: a case, a task of it
 */
record AuditedRequest(Person person, Action action, Audited mark, @Nullable String id) {

  /** As whom a person with several roles acts: the one that sees most. */
  private static final List<Role> FULLEST_FIRST =
      List.of(Role.LEAD, Role.RESPONDER, Role.DECLARANT, Role.AUTHORITY, Role.REPORTER, Role.ADMIN);

  /** The request of this thread; null where nobody is signed in. */
  static @Nullable AuditedRequest now(Audited mark) {
    var caller = SecurityContextHolder.getContext().getAuthentication();
    if (caller == null || !(caller.getPrincipal() instanceof Jwt token)) {
      return null;
    }
    var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
    var request = attributes.getRequest();
    var action = List.of("GET", "HEAD").contains(request.getMethod()) ? Action.READ : Action.CHANGE;
    return new AuditedRequest(PersonResolver.of(token), action, mark, id(request));
  }

  private static @Nullable String id(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                instanceof Map<?, ?> variables
            && variables.get("id") instanceof String id
        ? id
        : null;
  }

  boolean isAdministratorsChange() {
    return mark.administration() && action == Action.CHANGE && person.is(Role.ADMIN);
  }

  /** What repeats of it have in common, but for the case. */
  List<Object> kind() {
    return List.of(person.subject(), action, mark.value());
  }

  AuditRecord record(UUID key, @Nullable UUID caseId, Outcome outcome, Instant at) {
    return new AuditRecord(
        key,
        at,
        person.subject(),
        person.name(),
        role(),
        action,
        caseId,
        caseId == null ? id : null,
        mark.value(),
        outcome);
  }

  /** In which role; null for somebody who has none. */
  private @Nullable Role role() {
    if (mark.administration() && person.is(Role.ADMIN)) {
      return Role.ADMIN;
    }
    return FULLEST_FIRST.stream().filter(person::is).findFirst().orElse(null);
  }
}
