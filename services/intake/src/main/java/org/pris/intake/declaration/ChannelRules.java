package org.pris.intake.declaration;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pris.contracts.Channel;
import org.pris.contracts.Person;
import org.pris.contracts.Role;
import org.pris.contracts.Site;
import org.pris.platform.problem.Invalid;

/** By which ways a person may declare for an establishment, and in which role that is. */
final class ChannelRules {

  private ChannelRules() {}

  /**
   * The sender, where the person may.
   *
   * @param asked null for the person's own way: the portal, or a machine's
   * @throws Invalid where the establishment is not theirs, or the way is not
   */
  static Sender sender(Person person, Site site, @Nullable Channel asked) {
    var open = open(person, site);
    if (open.isEmpty()) {
      throw new Invalid("establishment", "is not one that you may declare for");
    }
    var channel = asked == null ? usual(open) : asked;
    var role = channel == null ? null : open.get(channel);
    if (channel == null || role == null) {
      var names = open.keySet().stream().map(Enum::name).collect(Collectors.joining(", "));
      throw new Invalid("channel", "must be one of " + names);
    }
    return new Sender(person.subject(), person.name(), role, channel);
  }

  private static Map<Channel, Role> open(Person person, Site site) {
    Map<Channel, Role> open = new EnumMap<>(Channel.class);
    if (person.belongsTo(site)) {
      if (person.is(Role.DECLARANT)) {
        open.put(Channel.PORTAL, Role.DECLARANT);
      }
      if (person.is(Role.REPORTER)) {
        open.put(Channel.API, Role.REPORTER);
      }
    }
    if (person.isAny(Role.RESPONDER, Role.LEAD)) {
      var role = person.is(Role.RESPONDER) ? Role.RESPONDER : Role.LEAD;
      open.put(Channel.PHONE, role);
      open.put(Channel.PAPER, role);
      open.put(Channel.CERT_SANTE, role);
    }
    return open;
  }

  /** A responder must say how it came in; nobody else has to. */
  private static @Nullable Channel usual(Map<Channel, Role> open) {
    if (open.containsKey(Channel.PORTAL)) {
      return Channel.PORTAL;
    }
    return open.containsKey(Channel.API) ? Channel.API : null;
  }
}
