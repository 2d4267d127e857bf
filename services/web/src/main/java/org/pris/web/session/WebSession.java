package org.pris.web.session;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.session.Session;

/** A session as one request sees it; what it changed is written when the answer goes out. */
public final class WebSession implements Session {

  /** Set by a request of the person's own: {@link #getLastAccessedTime}. */
  static final String SEEN = "pris.seen";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_BYTES = 32;

  private final Map<SessionAttribute, Object> values;
  private final Set<SessionAttribute> changed = EnumSet.noneOf(SessionAttribute.class);
  private final Clock clock;
  private Instant since;
  private String id;
  private Instant seenAt;
  private boolean seen;
  private boolean stored;
  private @Nullable String former;

  /** One that begins. */
  public WebSession(Clock clock) {
    this.clock = clock;
    this.values = new EnumMap<>(SessionAttribute.class);
    this.id = random();
    this.since = clock.instant();
    this.seenAt = since;
  }

  /** One that was found. */
  WebSession(Clock clock, String id, SessionRow row, Map<SessionAttribute, Object> values) {
    this.clock = clock;
    this.values = values;
    this.id = id;
    this.since = row.since();
    this.seenAt = row.seenAt();
    this.stored = true;
  }

  private static String random() {
    var bytes = new byte[ID_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Nullable OidcUser person() {
    return values.get(SessionAttribute.CONTEXT) instanceof SecurityContext context
            && context.getAuthentication() != null
            && context.getAuthentication().getPrincipal() instanceof OidcUser user
        ? user
        : null;
  }

  /** From the sign-in at Keycloak on, which may be older than this session. */
  SessionExpiry ends() {
    return person() == null
        ? SessionExpiry.beforeSignIn(since)
        : SessionExpiry.signedIn(getCreationTime(), seenAt);
  }

  boolean isStored() {
    return stored;
  }

  boolean isSeen() {
    return seen;
  }

  Map<SessionAttribute, Object> values() {
    return values;
  }

  Set<SessionAttribute> changed() {
    return changed;
  }

  /** The id it had before sign-in, where it is still stored under that. */
  @Nullable String former() {
    return former;
  }

  void saved() {
    stored = true;
    seen = false;
    former = null;
    changed.clear();
  }

  @Override
  public String getId() {
    return id;
  }

  /** At sign-in: what was known before is worth nothing, and time counts from here. */
  @Override
  public String changeSessionId() {
    former = stored ? id : former;
    id = random();
    stored = false;
    since = clock.instant();
    seenAt = since;
    return id;
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> @Nullable T getAttribute(String name) {
    return (T) SessionAttribute.named(name).map(values::get).orElse(null);
  }

  @Override
  public Set<String> getAttributeNames() {
    return values.keySet().stream().map(it -> it.attribute).collect(Collectors.toSet());
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    if (name.equals(SEEN) && value instanceof Instant now) {
      seenAt = now;
      seen = true;
      return;
    }
    if (value == null) {
      removeAttribute(name);
      return;
    }
    var attribute =
        SessionAttribute.named(name)
            .orElseThrow(() -> new IllegalArgumentException("No session may hold " + name));
    values.put(attribute, value);
    changed.add(attribute);
  }

  @Override
  public void removeAttribute(String name) {
    SessionAttribute.named(name).filter(it -> values.remove(it) != null).ifPresent(changed::add);
  }

  @Override
  public Instant getCreationTime() {
    var person = person();
    var signedIn = person == null ? null : person.getAuthenticatedAt();
    return signedIn == null || signedIn.isAfter(since) ? since : signedIn;
  }

  /** Not every request is the person's own: {@link #SEEN} says which. */
  @Override
  public void setLastAccessedTime(Instant now) {}

  @Override
  public Instant getLastAccessedTime() {
    return seenAt;
  }

  @Override
  public void setMaxInactiveInterval(Duration interval) {}

  @Override
  public Duration getMaxInactiveInterval() {
    return Duration.between(seenAt, ends().at());
  }

  /** What has ended is not found. */
  @Override
  public boolean isExpired() {
    return false;
  }
}
