package org.pris.web.session;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.pris.platform.store.SealedSecret;
import org.pris.platform.store.SecretSealer;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.jackson.SecurityJacksonModules;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a session holds, as JSON of the types that {@link SessionAttribute} and Spring Security's
 * own list name, sealed for this session alone: copied into another it does not open.
 */
@Component
class SessionAttributes {

  private final SecretSealer vault;
  private final JsonMapper json =
      JsonMapper.builder()
          .addModules(SecurityJacksonModules.getModules(SessionAttributes.class.getClassLoader()))
          .build();

  SessionAttributes(SecretSealer vault) {
    this.vault = vault;
  }

  SealedSecret seal(String key, SessionAttribute attribute, Object value) {
    var kept = value instanceof SecurityContext context ? SignedInPrincipal.of(context) : value;
    return vault.seal(
        place(key, attribute), json.writerFor(attribute.type).writeValueAsBytes(kept));
  }

  /**
   * @throws JacksonException where another build wrote it
   */
  Object open(String key, SessionAttribute attribute, SealedSecret sealed)
      throws SecretSealer.Unreadable {
    var kept = json.readValue(vault.open(place(key, attribute), sealed), attribute.type);
    return kept instanceof SignedInPrincipal person ? person.context() : kept;
  }

  Map<String, SealedSecret> seal(String key, Map<SessionAttribute, Object> values) {
    var sealed = new HashMap<String, SealedSecret>();
    values.forEach(
        (attribute, value) -> sealed.put(attribute.field(), seal(key, attribute, value)));
    return sealed;
  }

  /** What an older or newer build held beside it is left where it is. */
  Map<SessionAttribute, Object> open(SessionRow row) throws SecretSealer.Unreadable {
    var opened = new EnumMap<>(SessionAttribute.class);
    for (var attribute : SessionAttribute.values()) {
      var sealed = row.attributes().get(attribute.field());
      if (sealed != null) {
        opened.put(attribute, open(row.key(), attribute, sealed));
      }
    }
    return opened;
  }

  private static String place(String key, SessionAttribute attribute) {
    return key + "/" + attribute.field();
  }
}
