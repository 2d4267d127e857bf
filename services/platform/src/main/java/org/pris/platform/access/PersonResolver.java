package org.pris.platform.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Establishment;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** The caller of a request, from the claims of the access token. */
public final class PersonResolver implements HandlerMethodArgumentResolver {

  /** Only Keycloak's own groups count, and of them only an establishment's. */
  private static final Pattern GROUP =
      Pattern.compile("^/establishments/(" + Establishment.FINESS + ")(/admins)?$");

  /** The person that an access token speaks of; what it does not say, the person does not have. */
  public static Person of(Jwt token) {
    var roles = EnumSet.noneOf(Role.class);
    for (var name : texts(token.getClaim("roles"))) {
      Arrays.stream(Role.values()).filter(it -> it.name().equals(name)).forEach(roles::add);
    }
    var username = Objects.requireNonNullElse(token.getClaimAsString("preferred_username"), "");
    var name = Objects.requireNonNullElse(token.getClaimAsString("name"), username);
    return new Person(
        Objects.requireNonNullElse(token.getSubject(), ""),
        username,
        name,
        roles,
        establishments(texts(token.getClaim("establishments"))));
  }

  /** One reading of the claims for all: what {@link #of} does not find, no guard finds either. */
  public static Collection<GrantedAuthority> authorities(Jwt token) {
    return of(token).roles().stream()
        .<GrantedAuthority>map(it -> new SimpleGrantedAuthority("ROLE_" + it.name()))
        .toList();
  }

  /** An administrator of an establishment's accounts is not thereby one of its declarants. */
  private static Set<String> establishments(List<String> groups) {
    return groups.stream()
        .map(GROUP::matcher)
        .filter(it -> it.matches() && it.group(2) == null)
        .map(it -> it.group(1))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> texts(@Nullable Object claim) {
    return claim instanceof Collection<?> many
        ? many.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Person.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    var caller = SecurityContextHolder.getContext().getAuthentication();
    if (caller != null && caller.getPrincipal() instanceof Jwt token) {
      return of(token);
    }
    throw new org.springframework.security.access.AccessDeniedException("No token");
  }
}
